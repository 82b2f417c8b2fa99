package org.redress.ground.intake.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** Reading the parts of a workbook, by local names, without document types or entities from outside. */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /** The next start of an element, or null at the end of the document. */
    static @Nullable String nextStart(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                return xml.getLocalName();
            }
        }
        return null;
    }

    /** The value of an attribute by its local name. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of the element that the reader stands on, to its end; phonetic hints of Japanese are left out. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int hint = 0;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    hint = hint == 0 && xml.getLocalName().equals("rPh") ? depth : hint;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    hint = hint == depth ? 0 : hint;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (hint == 0) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {}
            }
            if (text.length() > CsvRows.LONGEST_CELL) {
                throw Problem.invalid("intake.file.damaged", "file");
            }
        }
        return unescape(text.toString());
    }

    /** {@code _x000D_} stands for the character with that number (ECMA-376, ST_Xstring). */
    static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0 && at + 7 <= text.length()) {
            int code = text.charAt(at + 6) == '_' ? hex(text.substring(at + 2, at + 6)) : -1;
            if (code >= 0) {
                out.append(text, from, at).append((char) code);
                from = at + 7;
            }
            at = text.indexOf("_x", code >= 0 ? from : at + 2);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static int hex(String digits) {
        int value = 0;
        for (char c : digits.toCharArray()) {
            int digit = Character.digit(c, 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
