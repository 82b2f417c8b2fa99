package org.redress.ground.notification.gateway;

import java.io.IOException;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.redress.ground.notification.DeliveryFailure;
import org.redress.ground.notification.DeliveryFault;
import org.redress.ground.notification.Gateway;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Outgoing;

/**
 * SMS by SMPP 3.4, bound as transmitter when the first message comes and again after a broken line. Long texts go in
 * parts with a common reference made of the message's id, so that a text that comes twice is put together once.
 */
final class SmppGateway implements Gateway, AutoCloseable {

    /** Answers that say: later. */
    private static final Set<Integer> LATER =
            Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL, SMPPConstant.STAT_ESME_RSYSERR);

    private static final long BIND_MILLIS = 10_000;
    private static final long ANSWER_MILLIS = 20_000;

    private final SmppSettings settings;
    private @Nullable SMPPSession session;

    SmppGateway(SmppSettings settings) {
        this.settings = settings;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.SMS;
    }

    @Override
    public String name() {
        return "smpp";
    }

    @Override
    public synchronized String carry(Outgoing message) {
        if (message.address().isBlank()) {
            throw new DeliveryFailure(DeliveryFault.ADDRESS, "");
        }
        SmsParts parts = SmsParts.of(
                message.wording().body(), (byte) message.id().value().hashCode());
        try {
            SMPPSession bound = bound();
            String receipt = "";
            for (byte[] part : parts.parts()) {
                String id = submit(bound, message.address(), parts, part);
                receipt = receipt.isEmpty() ? id : receipt;
            }
            return receipt;
        } catch (NegativeResponseException refused) {
            boolean later = LATER.contains(refused.getCommandStatus());
            throw new DeliveryFailure(
                    later ? DeliveryFault.UNREACHABLE : DeliveryFault.REFUSED, refused.getMessage(), refused);
        } catch (PDUException unfit) {
            throw new DeliveryFailure(DeliveryFault.REFUSED, unfit.getMessage(), unfit);
        } catch (IOException | ResponseTimeoutException | InvalidResponseException away) {
            close();
            throw new DeliveryFailure(DeliveryFault.UNREACHABLE, away.toString(), away);
        }
    }

    private String submit(SMPPSession bound, String address, SmsParts parts, byte[] part)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        boolean international = address.startsWith("+");
        return bound.submitShortMessage(
                        "",
                        settings.sourceType(),
                        NumberingPlanIndicator.ISDN,
                        settings.source(),
                        international ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.NATIONAL,
                        NumberingPlanIndicator.ISDN,
                        international ? address.substring(1) : address,
                        new ESMClass(parts.whole() ? 0 : SMPPConstant.ESMCLS_UDHI_INDICATOR_SET),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(0),
                        (byte) 0,
                        new GeneralDataCoding(parts.wide() ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT),
                        (byte) 0,
                        part)
                .getMessageId();
    }

    private SMPPSession bound() throws IOException {
        SMPPSession now = session;
        if (now != null && now.getSessionState().isBound()) {
            return now;
        }
        close();
        SMPPSession fresh = new SMPPSession();
        fresh.setTransactionTimer(ANSWER_MILLIS);
        fresh.connectAndBind(
                settings.host(),
                settings.port(),
                new BindParameter(
                        BindType.BIND_TX,
                        settings.systemId(),
                        settings.password(),
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        ""),
                BIND_MILLIS);
        session = fresh;
        return fresh;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.unbindAndClose();
            session = null;
        }
    }
}
