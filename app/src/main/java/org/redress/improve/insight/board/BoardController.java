package org.redress.improve.insight.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.redress.platform.web.SheetFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The cause board and its files. */
@Controller
class BoardController {

    private final Board board;
    private final BoardFiles files;

    BoardController(Board board, BoardFiles files) {
        this.board = board;
        this.files = files;
    }

    @GetMapping("/causes")
    ModelAndView board(Actor actor, Words words, @ModelAttribute BoardRequest request) {
        return Page.of("insight/board", board.page(actor, words, request));
    }

    @GetMapping("/causes/board.{format:csv|xlsx}")
    void table(
            Actor actor,
            Words words,
            @ModelAttribute BoardRequest request,
            @PathVariable String format,
            HttpServletResponse response)
            throws IOException {
        files.writeTable(actor, words, request, () -> open(words, format, "board.file.table", response));
    }

    @GetMapping("/causes/tickets.{format:csv|xlsx}")
    void tickets(
            Actor actor,
            Words words,
            @ModelAttribute BoardRequest request,
            @PathVariable String format,
            HttpServletResponse response)
            throws IOException {
        files.writeTickets(actor, words, request, () -> open(words, format, "board.file.tickets", response));
    }

    private static Sheet open(Words words, String format, String key, HttpServletResponse response) throws IOException {
        Sheet.Format kind = format.equals("csv") ? Sheet.Format.CSV : Sheet.Format.XLSX;
        return SheetFile.open(response, kind, words.text(key));
    }
}
