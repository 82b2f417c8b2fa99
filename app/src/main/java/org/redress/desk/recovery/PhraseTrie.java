package org.redress.desk.recovery;

import java.util.Arrays;

/** Finds many phrases in a text in one pass. Phrases of letters are found as whole words, or as beginnings of words. */
final class PhraseTrie {

    /** Is told of each phrase found. */
    interface Finder {
        void found(int id, int start, int end);
    }

    private static final class Node {
        private char[] keys = {};
        private Node[] next = {};
        private int[] anywhere = {};
        private int[] wholeWord = {};

        private Node step(char c) {
            int i = Arrays.binarySearch(keys, c);
            if (i >= 0) {
                return next[i];
            }
            int at = -i - 1;
            Node fresh = new Node();
            char[] wider = new char[keys.length + 1];
            Node[] longer = new Node[next.length + 1];
            System.arraycopy(keys, 0, wider, 0, at);
            System.arraycopy(next, 0, longer, 0, at);
            System.arraycopy(keys, at, wider, at + 1, keys.length - at);
            System.arraycopy(next, at, longer, at + 1, next.length - at);
            wider[at] = c;
            longer[at] = fresh;
            keys = wider;
            next = longer;
            return fresh;
        }
    }

    private final Node root = new Node();

    /** Adds a folded phrase; a star at its end lets the last word go on. */
    void add(String phrase, int id) {
        boolean open = phrase.endsWith("*");
        String plain = open ? phrase.substring(0, phrase.length() - 1) : phrase;
        Node node = root;
        for (char c : plain.toCharArray()) {
            node = node.step(c);
        }
        if (open || FoldedText.ideographic(plain.charAt(plain.length() - 1))) {
            node.anywhere = with(node.anywhere, id);
        } else {
            node.wholeWord = with(node.wholeWord, id);
        }
    }

    void scan(FoldedText text, Finder finder) {
        for (int start = 0; start < text.length(); start++) {
            if (text.wordBreakAt(start)) {
                scanFrom(text, start, finder);
            }
        }
    }

    private void scanFrom(FoldedText text, int start, Finder finder) {
        Node node = root;
        for (int end = start; end < text.length(); end++) {
            int i = Arrays.binarySearch(node.keys, text.at(end));
            if (i < 0) {
                return;
            }
            node = node.next[i];
            for (int id : node.anywhere) {
                finder.found(id, start, end + 1);
            }
            if (node.wholeWord.length > 0 && text.wordBreakAt(end + 1)) {
                for (int id : node.wholeWord) {
                    finder.found(id, start, end + 1);
                }
            }
        }
    }

    private static int[] with(int[] ids, int id) {
        int[] longer = Arrays.copyOf(ids, ids.length + 1);
        longer[ids.length] = id;
        return longer;
    }
}
