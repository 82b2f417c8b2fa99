package org.redress.ground.notification.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A short message centre in this process, of the library's own server. */
final class MessageCentre implements AutoCloseable {

    /** A message that was taken. */
    record Taken(String address, byte coding, byte esm, byte[] bytes) {
        String words(int from) {
            return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_16BE);
        }
    }

    private final SMPPServerSessionListener listener;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger binds = new AtomicInteger();
    private volatile int answer;
    private volatile boolean open = true;

    MessageCentre() throws IOException {
        this(0);
    }

    MessageCentre(int port) throws IOException {
        listener = new SMPPServerSessionListener(port == 0 ? free() : port);
        listener.setMessageReceiverListener(new Receiver());
        Thread.ofVirtual().start(this::serve);
    }

    private static int free() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void serve() {
        while (open) {
            try {
                SMPPServerSession session = listener.accept();
                session.waitForBind(5000).accept("centre");
                sessions.add(session);
                binds.incrementAndGet();
            } catch (IOException | PDUStringException | java.util.concurrent.TimeoutException e) {
                if (open && !(e instanceof java.net.SocketTimeoutException)) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    int port() {
        return listener.getPort();
    }

    int binds() {
        return binds.get();
    }

    List<Taken> taken() {
        return taken;
    }

    void answer(int status) {
        answer = status;
    }

    /** Breaks every line that is open. */
    void hangUp() {
        sessions.forEach(SMPPServerSession::close);
    }

    @Override
    public void close() throws IOException {
        open = false;
        hangUp();
        listener.close();
    }

    private final class Receiver implements ServerMessageReceiverListener {

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source)
                throws ProcessRequestException {
            if (answer != 0) {
                throw new ProcessRequestException("as told", answer);
            }
            taken.add(new Taken(
                    message.getDestAddress(),
                    message.getDataCoding(),
                    message.getEsmClass(),
                    message.getShortMessage()));
            try {
                return new SubmitSmResult(new MessageId("m" + taken.size()), new OptionalParameter[0]);
            } catch (PDUStringException e) {
                throw new IllegalStateException(e);
            }
        }

        private ProcessRequestException unwanted() {
            return new ProcessRequestException("not here", org.jsmpp.SMPPConstant.STAT_ESME_RINVCMDID);
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source)
                throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
                throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
                throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
                throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw unwanted();
        }
    }
}
