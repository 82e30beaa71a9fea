package org.wvwbuilder.distribution;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;

/** The hands of a person at the squad board: mouse, finger and keyboard. */
record Board(Page page) {

    Locator place(int group, int place) {
        return page.locator("wvw-squad-grid [data-group='%d'][data-place='%d']".formatted(group, place));
    }

    Locator seats(int group) {
        return page.locator("wvw-squad-grid [role=row][data-group='%d'] .seat".formatted(group));
    }

    void drag(Locator from, Locator to) {
        var mouse = page.mouse();
        var start = from.boundingBox();
        mouse.move(start.x + 60, start.y + 20);
        mouse.down();
        mouse.move(start.x + 70, start.y + 28, new Mouse.MoveOptions().setSteps(4));
        var end = to.boundingBox();
        mouse.move(end.x + 60, end.y + 20, new Mouse.MoveOptions().setSteps(20));
        mouse.up();
    }

    void finger(double x, double y, double toX, double toY) {
        var devtools = page.context().newCDPSession(page);
        touch(devtools, "touchStart", "[{\"x\": %s, \"y\": %s}]".formatted(x, y));
        for (int i = 1; i <= 10; i++) {
            touch(
                    devtools,
                    "touchMove",
                    "[{\"x\": %s, \"y\": %s}]".formatted(x + (toX - x) * i / 10, y + (toY - y) * i / 10));
        }
        touch(devtools, "touchEnd", "[]");
    }

    private static void touch(CDPSession devtools, String type, String points) {
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", JsonParser.parseString(points));
        devtools.send("Input.dispatchTouchEvent", event);
    }

    void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
            // What a key does is painted before the next one: people see it, too.
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }
    }

    void tabTo(String text) {
        step("Tab", text);
    }

    void back(String text) {
        step("Shift+Tab", text);
    }

    private void step(String key, String text) {
        for (int i = 0; i < 80; i++) {
            if (focused().contains(text)) return;
            page.keyboard().press(key);
        }
        throw new AssertionError("the tab key never reaches " + text);
    }

    String focused() {
        return (String) page.evaluate("""
                () => {
                  let element = document.activeElement;
                  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
                  return element?.innerText ?? '';
                }""");
    }
}
