package org.redress.improve.insight.cases;

import java.util.List;
import java.util.Set;
import org.redress.platform.text.Words;

/**
 * Similar cases as a part of a page.
 *
 * @param asked whether anything was said yet for which cases could be found
 * @param type of failure for which marks count; empty where it is not known
 * @param marking whether the reader may mark, here
 * @param back where a mark leads back to
 * @param apart whether a case opens in a window of its own, because something is being typed in this one
 */
public record SimilarPart(List<Line> lines, boolean asked, String type, boolean marking, String back, boolean apart) {

    /**
     * One of them.
     *
     * @param cause its name in the reader's language, or empty
     */
    public record Line(SimilarCase similar, String cause) {

        public RecoveryCase one() {
            return similar.found();
        }

        /** What else it has in common, in a fixed order. */
        public List<SimilarCase.Alike> alike() {
            Set<SimilarCase.Alike> found = similar.alike();
            return List.of(SimilarCase.Alike.values()).stream()
                    .filter(found::contains)
                    .toList();
        }
    }

    /** A type of failure in the reader's language. */
    public static String type(String code, Words words) {
        return words.has("failure.type." + code) ? words.text("failure.type." + code) : code;
    }

    /** Where a case is read, for the type of the matter at hand. */
    public String address(RecoveryCase one) {
        return "/cases/" + one.ticket().value() + (type.isEmpty() ? "" : "?for=" + type);
    }

    /** What was given, as one phrase each; what was taken back is not told. */
    public static List<String> measures(RecoveryCase one, Words words) {
        return one.measures().stream()
                .filter(measure -> !measure.takenBack())
                .map(measure -> measure.sum() == null
                        ? words.text("remedy.kind." + measure.kind().code())
                        : words.text(
                                "case.measure.sum",
                                words.text("remedy.kind." + measure.kind().code()),
                                words.money(measure.sum())))
                .toList();
    }
}
