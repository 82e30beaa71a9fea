package org.wvwbuilder.kernel;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.PluginModule;

/**
 * Reads {@link PluginModule} from a module declaration as it was compiled (chapter 4.7.16 of the JVM's specification). The JDK
 * makes a class of the declaration first, which takes as long as all else that 'gw2 logs' does.
 */
final class ModuleNote {
    private static final String WANTED = "L" + PluginModule.class.getName().replace('.', '/') + ";";
    private static final int MAGIC = 0xCAFEBABE;

    private final DataInputStream in;
    private Object[] pool = {};

    private ModuleNote(DataInputStream in) {
        this.in = in;
    }

    /** What is written out in the annotation: a String (of a class its descriptor), a Boolean, or a List of those. */
    static Optional<Map<String, Object>> of(Module module) throws IOException {
        try (InputStream stream = module.getResourceAsStream("module-info.class")) {
            return stream == null ? Optional.empty() : new ModuleNote(new DataInputStream(stream)).read();
        }
    }

    private Optional<Map<String, Object>> read() throws IOException {
        if (in.readInt() != MAGIC) throw new IOException("no class file");
        in.readInt();
        constants();
        // Access, name and superclass; a module declaration has neither interfaces, fields nor methods.
        in.skipNBytes(12);
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            var name = pool[in.readUnsignedShort()];
            var length = in.readInt();
            if (!"RuntimeVisibleAnnotations".equals(name)) {
                in.skipNBytes(length);
                continue;
            }
            for (int annotations = in.readUnsignedShort(); annotations > 0; annotations--) {
                var type = pool[in.readUnsignedShort()];
                var values = values();
                if (WANTED.equals(type)) return Optional.of(values);
            }
        }
        return Optional.empty();
    }

    private void constants() throws IOException {
        pool = new Object[in.readUnsignedShort()];
        for (var i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool[i] = in.readUTF();
                case 3 -> pool[i] = in.readInt();
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                default -> throw new IOException("a constant of an unknown kind: " + tag);
            }
        }
    }

    private Map<String, Object> values() throws IOException {
        var values = new HashMap<String, Object>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            var name = (String) pool[in.readUnsignedShort()];
            values.put(name, value());
        }
        return values;
    }

    private Object value() throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 's', 'c' -> {
                return pool[in.readUnsignedShort()];
            }
            case 'Z' -> {
                return Integer.valueOf(1).equals(pool[in.readUnsignedShort()]);
            }
            case 'B', 'C', 'D', 'F', 'I', 'J', 'S' -> {
                return in.readUnsignedShort();
            }
            case 'e' -> {
                return in.readInt();
            }
            case '@' -> {
                in.readUnsignedShort();
                return values();
            }
            case '[' -> {
                List<Object> values = new ArrayList<>();
                for (int left = in.readUnsignedShort(); left > 0; left--) values.add(value());
                return values;
            }
            default -> throw new IOException("a value of an unknown kind: " + tag);
        }
    }
}
