package org.redress.ground.notification.gateway;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.DeliveryFailure;
import org.redress.ground.notification.DeliveryFault;
import org.redress.ground.notification.Gateway;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Outgoing;

/**
 * Writes each letter as a PDF of one address and one matter into a folder, for whoever prints and posts them. The name is
 * the message's id, so that a letter that comes twice is there once.
 */
final class LetterGateway implements Gateway {

    private final Path letters;
    private final LetterSheet sheet;
    private final Clock clock;

    LetterGateway(Path letters, Bureaus bureaus, Clock clock) {
        this.letters = letters;
        this.sheet = new LetterSheet(bureaus);
        this.clock = clock;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.LETTER;
    }

    @Override
    public String name() {
        return "letter";
    }

    @Override
    public String carry(Outgoing message) {
        if (message.address().isBlank()) {
            throw new DeliveryFailure(DeliveryFault.ADDRESS, "");
        }
        Path folder = letters.resolve(Integer.toString(message.bureau().value()));
        String name = message.id().value() + ".pdf";
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(name + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                sheet.write(message, clock.instant(), out);
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DeliveryFailure(DeliveryFault.UNREACHABLE, e.toString(), e);
        }
        return name;
    }
}
