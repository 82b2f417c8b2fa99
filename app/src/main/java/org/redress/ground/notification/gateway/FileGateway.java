package org.redress.ground.notification.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.redress.ground.notification.DeliveryFailure;
import org.redress.ground.notification.DeliveryFault;
import org.redress.ground.notification.Gateway;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Outgoing;

/**
 * Writes a file for each message instead of sending it: what a bureau has that has set up no way out, the demonstration
 * first of all. The name is the message's id, so that one that comes twice is there once.
 */
final class FileGateway implements Gateway {

    private final MessageChannel channel;
    private final Path outbox;

    FileGateway(MessageChannel channel, Path outbox) {
        this.channel = channel;
        this.outbox = outbox;
    }

    @Override
    public MessageChannel channel() {
        return channel;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public String carry(Outgoing message) {
        if (message.address().isBlank()) {
            throw new DeliveryFailure(DeliveryFault.ADDRESS, "");
        }
        Path folder = outbox.resolve(Integer.toString(message.bureau().value())).resolve(channel.slug());
        String name = message.id().value() + ".txt";
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(name + ".part");
            Files.writeString(part, content(message));
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DeliveryFailure(DeliveryFault.UNREACHABLE, e.toString(), e);
        }
        return name;
    }

    private static String content(Outgoing message) {
        return "%s%n%s%n%n%s%n"
                .formatted(
                        message.address(),
                        message.wording().title(),
                        message.wording().body());
    }
}
