package org.wvwbuilder.backup.offsite;

import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** What the storage answered. */
record Reply(int status, HttpHeaders headers, byte[] body) {

    boolean ok() {
        return status / 100 == 2;
    }

    /** Patience is asked for, or the fault is the storage's own: the same request may well succeed later. */
    boolean later() {
        return status >= 500 && status != 501 || status == 429 || status == 408;
    }

    /**
     * The word that the storage has for what is wrong, such as {@code NoSuchBucket}; empty when it does not say. Only a
     * word: what a stranger's server says goes to terminals and logs.
     */
    String code() {
        try {
            return text("Error", "Code")
                    .filter(code -> code.matches("[A-Za-z0-9.]{1,64}"))
                    .orElse("");
        } catch (XMLStreamException noXml) {
            return "";
        }
    }

    Optional<String> text(String parent, String name) throws XMLStreamException {
        return records(parent).stream().findFirst().map(found -> found.get(name));
    }

    /** The texts directly below each element of that name. A repeated one counts once. */
    List<Map<String, String>> records(String parent) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var found = new ArrayList<Map<String, String>>();
        if (body.length == 0) return found;
        var xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        int depth = 0;
        int inside = 0;
        String name = "";
        while (xml.hasNext()) {
            xml.next();
            if (xml.isStartElement()) {
                depth++;
                name = xml.getLocalName();
                if (inside == 0 && name.equals(parent)) {
                    inside = depth;
                    found.add(new HashMap<>());
                }
            } else if (xml.isEndElement()) {
                if (depth == inside) inside = 0;
                depth--;
            } else if (xml.isCharacters() && inside > 0 && depth == inside + 1) {
                found.getLast().putIfAbsent(name, xml.getText());
            }
        }
        return found;
    }
}
