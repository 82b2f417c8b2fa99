package org.redress.desk.outlet;

import java.util.List;
import java.util.Map;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.database.Remembered;
import org.springframework.stereotype.Component;

/** What everybody may see: promises made in public, with figures and nothing behind them. Kept in memory, however many look. */
@Component
class PublicBoard {

    private static final int MOST = 50;

    private final Remembered<BureauId, List<PromiseStanding>> boards;
    private final PromiseRows rows;
    private final PromiseFigures figures;
    private final Bureaus bureaus;

    PublicBoard(PromiseRows rows, PromiseFigures figures, Bureaus bureaus) {
        this.rows = rows;
        this.figures = figures;
        this.bureaus = bureaus;
        this.boards = new Remembered<>(this::read);
    }

    List<PromiseStanding> of(BureauId bureau) {
        return boards.get(bureau);
    }

    /** Called in the transaction that changes the bureau's promises. */
    void changing(BureauId bureau) {
        boards.changing(bureau);
    }

    private List<PromiseStanding> read(BureauId bureau) {
        Actor product = bureaus.command(bureaus.get(bureau));
        return figures.kept(
                product, rows.list(bureau, PromiseRows.PUBLIC, Map.of("today", figures.today(product), "limit", MOST)));
    }
}
