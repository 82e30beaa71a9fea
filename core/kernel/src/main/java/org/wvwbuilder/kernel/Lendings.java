package org.wvwbuilder.kernel;

import java.util.function.Consumer;

/** What all plugins are lent together, to reach each other and the operator. */
record Lendings(EventBus events, Offers offers, Consumer<String> announcements) {}
