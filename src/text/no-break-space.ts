/** A character that only looks like a space, as web pages and text processors write it. */
export const NO_BREAK_SPACE = /[\u00a0\u2000-\u200b\u202f\u3000]/;
