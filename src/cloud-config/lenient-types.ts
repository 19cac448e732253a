/** Types of which modules take more than the schema does. */
import { flag, integer, lenient, list, nothing, scalar, text, textLike } from "./value-type.js";

/** Text; the module makes text of numbers and the like (util.py, get_cfg_option_str, or a template). */
export const anyText = lenient(text, scalar);

/** Text; the module takes nothing as if the key were not there. */
export const textOrNull = lenient(text, nothing);

/** A whole number; the module reads digits. */
export const anyInteger = lenient(integer(), textLike(/^\d+$/, "a whole number"));

/** true or false; the module reads words and digits for them (util.py, translate_bool, is_true, is_false). */
export const wordFlag = lenient(
  flag,
  textLike(/^(?:true|yes|on|1|false|no|off|0)$/i, "true or false"),
  integer({ min: 0 }),
  nothing,
);

/** true or false; the module takes any text for true, so that only words for true do what they say. */
export const truthyFlag = lenient(flag, textLike(/^(?:true|yes|on|1)$/i, "true"), integer({ min: 0 }), nothing);

/** A list of texts; the module takes one text for a list of one (util.py, get_cfg_option_list). */
export const textOrTexts = lenient(list(text), text);
