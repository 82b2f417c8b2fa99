package org.redress.platform.text;

/**
 * Names that a bureau keeps for what the message files have a name for, or for what only that bureau has. Contributed as a
 * bean by the module that keeps them; every page of the bureau then speaks with them.
 */
public interface OwnNames {

    /** These words with the names of a bureau. */
    Words over(int bureau, Words words);
}
