package org.wvwbuilder.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and writes JSON bodies. One for each plugin, so that what it remembers of the plugin's types goes with it. */
@Consumes("application/json")
@Produces("application/json")
final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Type, ObjectWriter> writers = new ConcurrentHashMap<>();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type);
    }

    /** Bytes, streams and the like are what they are, also under the name of JSON. */
    static boolean isJson(Class<?> type) {
        return type != byte[].class
                && type != String.class
                && !InputStream.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try {
            Object value = reader(generic).readValue(body);
            if (value == null) throw JsonFaults.empty();
            return value;
        } catch (JacksonException broken) {
            throw JsonFaults.problem(broken);
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        // A method that returns Response has no generic type to go by.
        writer(generic instanceof ParameterizedType ? generic : type).writeValue(body, value);
    }

    private ObjectReader reader(Type type) {
        var known = readers.get(type);
        return known != null
                ? known
                : readers.computeIfAbsent(
                        type,
                        t -> Json.MAPPER.readerFor(Json.MAPPER.getTypeFactory().constructType(t)));
    }

    private ObjectWriter writer(Type type) {
        var known = writers.get(type);
        return known != null
                ? known
                : writers.computeIfAbsent(
                        type,
                        t -> Json.MAPPER.writerFor(Json.MAPPER.getTypeFactory().constructType(t)));
    }
}
