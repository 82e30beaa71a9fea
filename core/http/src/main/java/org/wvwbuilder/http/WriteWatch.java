package org.wvwbuilder.http;

import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.eclipse.jetty.io.EofException;

/**
 * Tells the answer when writing its body fails: Jersey itself would end it as if it were whole. That the other side has
 * left is told to the answer alone. Everybody who closes a page with an event stream does so, and Jersey would call it an
 * error in the log, with a stack trace.
 */
final class WriteWatch implements WriterInterceptor {

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        try {
            context.proceed();
        } catch (Throwable broken) {
            if (!(context.getProperty(Answer.PROPERTY) instanceof Answer answer)) throw broken;
            answer.broken(broken);
            if (!isLeaving(broken)) throw broken;
        }
    }

    private static boolean isLeaving(Throwable broken) {
        for (var cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof EofException) return true;
        }
        return false;
    }
}
