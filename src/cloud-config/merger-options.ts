import type { Merger } from "./read-mergers.js";

/** The mergers of cloud-init and their options (cloudinit/mergers/m_dict.py, m_list.py, m_str.py). */
export const MERGER_OPTIONS: Readonly<Record<Merger["of"], readonly string[]>> = {
  dict: ["replace", "no_replace", "recurse_str", "recurse_dict", "recurse_list", "recurse_array", "allow_delete"],
  list: ["replace", "no_replace", "append", "prepend", "recurse_str", "recurse_dict", "recurse_list", "recurse_array"],
  str: ["append"],
};
