package org.wvwbuilder.http;

import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Tells the answer when writing its body fails: Jersey itself would end it as if it were whole. */
final class WriteWatch implements WriterInterceptor {

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        try {
            context.proceed();
        } catch (Throwable broken) {
            if (context.getProperty(Answer.PROPERTY) instanceof Answer answer) answer.broken(broken);
            throw broken;
        }
    }
}
