package org.wvwbuilder.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.io.Serial;

/**
 * Refuses null inside of lists and maps unless their type says {@code Optional}, as the OpenAPI document does. Records copy
 * them with methods that allow none.
 */
final class NoNulls extends NopAnnotationIntrospector {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.Value findSetterInfo(Annotated property) {
        var type = property.getType();
        return type != null && (type.isCollectionLikeType() || type.isMapLikeType()) && !takesNull(type)
                ? JsonSetter.Value.forContentNulls(Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    /** A list of lists is read by the rule of the outer one. */
    private static boolean takesNull(JavaType type) {
        var content = type.getContentType();
        if (content.isCollectionLikeType() || content.isMapLikeType()) return takesNull(content);
        return content.isReferenceType() || content.isJavaLangObject();
    }
}
