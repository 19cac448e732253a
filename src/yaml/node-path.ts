/** The keys and list indexes that lead to a node; empty for the root. */
export type NodePath = readonly (string | number)[];
