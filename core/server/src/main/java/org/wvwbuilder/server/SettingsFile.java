package org.wvwbuilder.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.SettingProblem;

/** Reads {@code gw2.toml}. A file that does not exist sets nothing. */
record SettingsFile(Path path) {

    /** The values by their whole keys. */
    Map<String, Object> read() throws ConfigurationFault {
        if (!Files.exists(path)) return Map.of();
        try {
            var text = Files.readString(path);
            var plain = PlainToml.read(text);
            return plain.isPresent() ? plain.get() : Whole.read(text);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw fault(
                    line + e.getOriginalMessage() + "; write it as TOML: [http] on one line, port = 8000 on the next");
        } catch (IOException e) {
            throw fault("cannot be read: " + e.getMessage() + "; make it readable for the server's user");
        }
    }

    private ConfigurationFault fault(String message) {
        return new ConfigurationFault(
                List.of(new SettingProblem(path.getFileName().toString(), path.toString(), message)));
    }

    /** All of TOML, by a library that is not loaded before it is needed. */
    private static final class Whole {

        static Map<String, Object> read(String text) throws JsonProcessingException {
            var flat = new LinkedHashMap<String, Object>();
            flatten("", new TomlMapper().readValue(text, Map.class), flat);
            return flat;
        }

        private static void flatten(String prefix, Map<?, ?> table, Map<String, Object> into) {
            table.forEach((key, value) -> {
                var whole = prefix + key;
                if (value instanceof Map<?, ?> nested) {
                    flatten(whole + ".", nested, into);
                } else {
                    into.put(whole, value);
                }
            });
        }
    }
}
