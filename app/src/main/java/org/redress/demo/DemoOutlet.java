package org.redress.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An outlet of the demonstration that gives more than its budget holds; last, so that the others' tickets are there. */
@Component
class DemoOutlet implements DemoPart {

    private final DemoMoney money;

    DemoOutlet(DemoMoney money) {
        this.money = money;
    }

    @Override
    public @Nullable Class<? extends DemoPart> after() {
        return DemoRecoveries.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        money.overspend(bureau);
    }
}
