package org.wvwbuilder.http.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.wvwbuilder.plugin.Page;

/** The type {@code Page<item>}, for methods that name it in their annotation only. */
record PageOf(Type item) implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
        return new Type[] {item};
    }

    @Override
    public Type getRawType() {
        return Page.class;
    }

    @Override
    public Type getOwnerType() {
        return null;
    }

    @Override
    public String getTypeName() {
        return Page.class.getName() + '<' + item.getTypeName() + '>';
    }
}
