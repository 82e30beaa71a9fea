package org.wvwbuilder.builds.rest;

import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Notes as HTML that is safe to show: HTML in the notes stands there as text, links lead to the web or a mail address only,
 * and pictures, which would tell their server who reads, become links.
 */
final class Notes {
    /** Quotes in lists in quotes: deeper ones stand as text, so that nothing takes long. */
    private static final int DEEPEST = 20;

    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(DEEPEST).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(Set.of("http", "https", "mailto")))
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) attributes.put("rel", "nofollow noopener noreferrer");
            })
            .build();

    private Notes() {}

    static String html(String markdown) {
        if (markdown.isEmpty()) return "";
        var document = PARSER.parse(markdown);
        document.accept(new PicturesAsLinks());
        return RENDERER.render(document);
    }

    private static final class PicturesAsLinks extends AbstractVisitor {
        @Override
        public void visit(Image image) {
            visitChildren(image);
            var link = new Link(image.getDestination(), image.getTitle());
            if (image.getFirstChild() == null) link.appendChild(new Text(image.getDestination()));
            for (Node child = image.getFirstChild(); child != null; ) {
                var next = child.getNext();
                link.appendChild(child);
                child = next;
            }
            image.insertAfter(link);
            image.unlink();
        }
    }
}
