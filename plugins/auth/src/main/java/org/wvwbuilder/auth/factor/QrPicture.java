package org.wvwbuilder.auth.factor;

import io.nayuki.qrcodegen.QrCode;

/** Draws a text as a QR code, here and not at somebody else's: it holds a secret. */
final class QrPicture {
    private static final int BORDER = 4;

    private QrPicture() {}

    /** An SVG document without styles or scripts, so that every content policy lets it through. */
    static String svg(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int edge = code.size + 2 * BORDER;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) path.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\">"
                        .formatted(edge)
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }
}
