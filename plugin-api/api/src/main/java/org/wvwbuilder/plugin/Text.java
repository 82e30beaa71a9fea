package org.wvwbuilder.plugin;

import org.apiguardian.api.API;

/**
 * A few words in both languages of the console.
 *
 * {@snippet lang=java :
 * var title = new Text("Notice board", "Panneau d’affichage");
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public record Text(String en, String fr) {}
