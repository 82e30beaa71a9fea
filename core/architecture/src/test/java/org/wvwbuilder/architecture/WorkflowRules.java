package org.wvwbuilder.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What every workflow has to keep; each finding is a sentence that tells the line and what to do. */
final class WorkflowRules {
    private static final Pattern USES = Pattern.compile("\\s*(?:- )?uses:\\s*(.*)");
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+(/[\\w.-]+)+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern RUN = Pattern.compile("(\\s*(?:- )?)run:\\s*(.*)");
    private static final Pattern SWALLOWS = Pattern.compile(
            "continue-on-error|\\|\\|\\s*(true|:|exit 0|echo)|;\\s*true\\b|set \\+e|if: .*always\\(\\)");

    private final List<String> lines;
    private final List<String> findings = new ArrayList<>();

    private WorkflowRules(String text) {
        lines = text.lines().toList();
    }

    static List<String> findings(String text) {
        var rules = new WorkflowRules(text);
        rules.head();
        rules.lines();
        rules.runs();
        var jobs = rules.jobs();
        if (jobs.isEmpty()) rules.findings.add("no job was found: name jobs under 'jobs:'");
        jobs.forEach(rules::job);
        return rules.findings;
    }

    private void head() {
        var permissions = lines.indexOf("permissions:");
        if (permissions < 0
                || !"  contents: read".equals(line(permissions + 1))
                || line(permissions + 2).startsWith(" "))
            findings.add("the top has other permissions than 'contents: read': give a job what it needs in the job");
        if (!lines.contains("concurrency:")
                || lines.stream().noneMatch(line -> line.startsWith("  cancel-in-progress:")))
            findings.add("no concurrency at the top: name a group and cancel-in-progress");
    }

    private String line(int number) {
        return number < lines.size() ? lines.get(number) : "";
    }

    private void lines() {
        for (var number = 0; number < lines.size(); number++) {
            var line = lines.get(number);
            var uses = USES.matcher(line);
            if (uses.matches() && !PINNED.matcher(uses.group(1)).matches())
                find(number, "is not pinned: name the commit in 40 hex digits, and its version as '# v1.2.3'");
            if (uses.matches() && uses.group(1).startsWith("actions/checkout@") && !keepsNoCredentials(number))
                find(number, "keeps the token in the checkout: set persist-credentials: false");
            if (SWALLOWS.matcher(line).find()) find(number, "swallows a failure: let it fail");
            if (line.contains("pull_request_target")) find(number, "runs foreign code with rights: use pull_request");
            if (line.contains("write-all")) find(number, "gives every right: name those that are needed");
        }
    }

    private boolean keepsNoCredentials(int number) {
        for (var next = number + 1;
                next < lines.size() && !lines.get(next).stripLeading().startsWith("- ");
                next++) {
            if (lines.get(next).strip().equals("persist-credentials: false")) return true;
        }
        return false;
    }

    /** No expression at all in a shell: what is trusted today may come from a title tomorrow. */
    private void runs() {
        for (var number = 0; number < lines.size(); number++) {
            var run = RUN.matcher(lines.get(number));
            if (!run.matches()) continue;
            var last = number;
            while (last + 1 < lines.size()
                    && (line(last + 1).isBlank()
                            || indent(line(last + 1)) > run.group(1).length())) last++;
            for (var each = number; each <= last; each++) {
                if (line(each).contains("${{"))
                    find(each, "puts an expression into a shell: pass it through env and quote it");
            }
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private Map<String, List<String>> jobs() {
        var jobs = new LinkedHashMap<String, List<String>>();
        var start = lines.indexOf("jobs:");
        List<String> current = null;
        for (var number = start + 1; start >= 0 && number < lines.size(); number++) {
            var line = lines.get(number);
            if (!line.isBlank() && indent(line) == 0) break;
            if (line.matches(" {2}[\\w-]+:")) {
                current = new ArrayList<>();
                jobs.put(line.strip(), current);
            } else if (current != null) {
                current.add(line);
            }
        }
        return jobs;
    }

    private void job(String name, List<String> job) {
        if (job.stream().noneMatch(line -> line.matches(" {4}timeout-minutes: \\d+")))
            findings.add("job " + name + " has no time limit: set timeout-minutes");
        if (job.stream().noneMatch(line -> line.matches(" {4}runs-on: [a-z]+-[\\d.]+")))
            findings.add("job " + name + " runs on what changes: name a version in runs-on");
        var environment = job.stream().anyMatch(line -> line.matches(" {4}environment: \\w+"));
        if (!environment && job.stream().anyMatch(line -> line.contains("secrets.")))
            findings.add("job " + name + " takes a secret without an environment: nobody approves that");
        if (!environment && job.stream().anyMatch(line -> line.matches(".*(deploy\\.sh|gh release create|ssh ).*")))
            findings.add("job " + name + " deploys or publishes without an environment: nobody approves that");
    }

    private void find(int number, String sentence) {
        findings.add("line " + (number + 1) + " " + sentence);
    }
}
