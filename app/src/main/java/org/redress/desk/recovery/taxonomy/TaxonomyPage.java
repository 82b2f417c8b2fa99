package org.redress.desk.recovery.taxonomy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FailureType;
import org.redress.desk.recovery.Lineage;
import org.redress.desk.recovery.Taxonomy;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * The versions of the taxonomy as a page.
 *
 * @param next below which version the list goes on, or null
 * @param names of the people who made them
 * @param managing whether this reader may make the next one
 */
public record TaxonomyPage(
        Taxonomy taxonomy,
        List<TaxonomyVersion> versions,
        @Nullable Integer next,
        Map<StaffId, String> names,
        boolean managing,
        Attempt attempt,
        ZoneId zone) {

    static final String PATH = "/failure-types/versions";
    static final int PARTS = 4;

    public String path() {
        return PATH;
    }

    /** How many types a type can be split into on the page. */
    public int parts() {
        return PARTS;
    }

    public String name(TaxonomyVersion version) {
        return names.getOrDefault(version.by(), "");
    }

    /** What a version did, in one sentence. */
    public String said(Words words, TaxonomyVersion version) {
        String begun = quoted(words, version.deeds(TaxonomyVersion.Fate.BEGUN));
        String ended = quoted(words, version.deeds(TaxonomyVersion.Fate.ENDED));
        return switch (version.what()) {
            case FOUND -> words.text("taxonomy.said.FOUND");
            case ADD -> words.text("taxonomy.said.ADD", begun);
            case RETIRE -> words.text("taxonomy.said.RETIRE", ended);
            case SPLIT -> words.text("taxonomy.said.SPLIT", ended, begun);
            case MERGE -> words.text("taxonomy.said.MERGE", ended, begun);
            case RENAME -> {
                TaxonomyVersion.Deed deed = version.deeds().getFirst();
                yield words.text("taxonomy.said.RENAME", was(words, deed), name(words, deed));
            }
        };
    }

    private String quoted(Words words, List<TaxonomyVersion.Deed> deeds) {
        return String.join(
                words.text("taxonomy.and"),
                deeds.stream()
                        .map(deed -> words.text("taxonomy.quoted", name(words, deed)))
                        .toList());
    }

    private String name(Words words, TaxonomyVersion.Deed deed) {
        return deed.name() == null ? standard(words, deed.code()) : deed.name().in(words);
    }

    private String was(Words words, TaxonomyVersion.Deed deed) {
        return deed.was() == null ? standard(words, deed.code()) : deed.was().in(words);
    }

    /** What the product calls it. */
    private String standard(Words words, String code) {
        Words files = Words.of(words.locale());
        return taxonomy.find(code)
                .map(type -> new FailureType(code, type.parent(), type.depth(), null, null).name(files))
                .orElse(code);
    }

    /** Every type in force with its place: what can be renamed. */
    public List<Choice> all(Words words) {
        return choices(
                words, taxonomy.types().stream().filter(FailureType::lives).toList());
    }

    /** The fifteen. */
    public List<Choice> parents(Words words) {
        return choices(
                words,
                taxonomy.types().stream()
                        .filter(type -> type.lives() && !type.leaf() && type.parent() != null)
                        .toList());
    }

    /** The telecom types in force. */
    public List<Choice> leaves(Words words) {
        return choices(
                words,
                taxonomy.types().stream()
                        .filter(type -> type.lives() && type.leaf())
                        .toList());
    }

    private static List<Choice> choices(Words words, List<FailureType> types) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.text("ticket.choose")));
        types.forEach(type -> choices.add(new Choice(type.code(), type.name(words))));
        return choices;
    }

    /** What has ended, with what took its place. */
    public List<FailureType> ended() {
        return taxonomy.types().stream().filter(type -> !type.lives()).toList();
    }

    /** What took the place of a type that has ended, in words; empty where nothing did. */
    public String became(Words words, FailureType type) {
        return taxonomy.lineage().steps().stream()
                .filter(step -> step.code().equals(type.code()))
                .map(step -> successors(words, step))
                .findFirst()
                .orElse("");
    }

    private String successors(Words words, Lineage.Step step) {
        return String.join(
                words.text("taxonomy.and"),
                step.successors().stream()
                        .map(code -> taxonomy.find(code)
                                        .map(one -> one.name(words))
                                        .orElse(code)
                                + (step.split() && code.equals(step.heir()) ? words.text("taxonomy.heir.mark") : ""))
                        .toList());
    }
}
