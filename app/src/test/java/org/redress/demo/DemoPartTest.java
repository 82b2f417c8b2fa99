package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoPartTest {

    private static final DemoPart FIRST = new First();
    private static final DemoPart EARLY = new Early();
    private static final DemoPart LATE = new Late();
    private static final DemoPart LAST = new ALast();

    @Test
    void each_part_is_filled_after_the_one_that_it_builds_on_however_they_are_handed_in() {
        List<DemoPart> ordered = List.of(FIRST, EARLY, LATE, LAST);

        assertThat(DemoPart.inOrder(List.of(LAST, LATE, EARLY, FIRST))).isEqualTo(ordered);
        assertThat(DemoPart.inOrder(List.of(LATE, FIRST, LAST, EARLY))).isEqualTo(ordered);
    }

    @Test
    void a_part_that_waits_for_what_never_comes_is_told() {
        assertThatThrownBy(() -> DemoPart.inOrder(List.of(FIRST, LAST)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ALast");
    }

    private abstract static class Nothing implements DemoPart {

        @Override
        public void fill(DemoBureau bureau) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class First extends Nothing {

        @Override
        public @Nullable Class<? extends DemoPart> after() {
            return null;
        }
    }

    private static final class Early extends Nothing {

        @Override
        public Class<? extends DemoPart> after() {
            return First.class;
        }
    }

    private static final class Late extends Nothing {

        @Override
        public Class<? extends DemoPart> after() {
            return First.class;
        }
    }

    private static final class ALast extends Nothing {

        @Override
        public Class<? extends DemoPart> after() {
            return Late.class;
        }
    }
}
