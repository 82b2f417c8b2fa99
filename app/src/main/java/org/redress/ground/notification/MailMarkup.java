package org.redress.ground.notification;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Takes the markup off a mail. */
final class MailMarkup {

    private MailMarkup() {}

    /** The words of a page, with a line for each of its blocks; what no reader of it sees is left out. */
    static String words(String html) {
        Lines lines = new Lines();
        Jsoup.parse(html).body().traverse(lines);
        return lines.words.toString();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder words = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                words.append(text.text());
            } else if (node instanceof Element element) {
                if (element.nameIs("br")) {
                    words.append('\n');
                } else if (element.isBlock() && !cell(element)) {
                    line();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                if (cell(element)) {
                    words.append(' ');
                } else {
                    line();
                }
            }
        }

        private static boolean cell(Element element) {
            return element.nameIs("td") || element.nameIs("th");
        }

        private void line() {
            if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
                words.append('\n');
            }
        }
    }

    /** No blanks at the ends of lines, no more than one empty line in a row. */
    static String tidied(String text) {
        StringBuilder tidy = new StringBuilder();
        int empty = 0;
        for (String line : text.lines().toList()) {
            String words = line.stripTrailing();
            empty = words.isBlank() ? empty + 1 : 0;
            if (empty < 2) {
                tidy.append(words).append('\n');
            }
        }
        return tidy.toString().strip();
    }
}
