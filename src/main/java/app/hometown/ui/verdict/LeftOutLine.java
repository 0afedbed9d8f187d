// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.LeftOut;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.verdict.Findings;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Who was not evaluated, by reason, each opening the list of them; and how to do it all again.
final class LeftOutLine extends VBox {
    private final EvaluationModel model;
    private final Requests requests;
    private final FlowPane reasons = new FlowPane(12, 4);
    private final Label counted = new Label(Texts.text("evaluate.leftOut.counted"));
    private final Label made = new Label();

    LeftOutLine(EvaluationModel model, Requests requests) {
        super(8);
        this.model = model;
        this.requests = requests;
        Label heading = new Label(Texts.text("evaluate.leftOut"));
        heading.getStyleClass().add("heading");
        reasons.setId("evaluate-left-out");
        made.getStyleClass().addAll("quiet", "small");
        made.setWrapText(true);
        made.setId("evaluate-made");
        counted.setId("evaluate-left-out-counted");
        counted.getStyleClass().addAll("quiet", "small");
        counted.setWrapText(true);
        counted.managedProperty().bind(counted.visibleProperty());
        getChildren().addAll(heading, reasons, counted, made);
        model.shown().addListener(property -> show());
        show();
    }

    private void show() {
        Evaluated shown = model.shown().get();
        if (shown == null) {
            return;
        }
        Findings findings = shown.findings();
        boolean listed = shown.run() != null;
        List<Node> parts = new ArrayList<>();
        parts.add(new Label(Texts.text(
                "evaluate.leftOut.evaluated",
                Formats.count(findings.users()),
                Formats.count(findings.sampledUsers()))));
        findings.leftOut().forEach((reason, count) -> {
            if (count > 0) {
                parts.add(part(reason, count, listed));
            }
        });
        reasons.getChildren().setAll(parts);
        boolean some = findings.leftOut().values().stream().anyMatch(count -> count > 0);
        counted.setVisible(!listed && some);
        made.setText(Texts.text(
                "evaluate.made",
                Formats.moment(findings.provenance().created()),
                findings.provenance().programVersion(),
                Long.toString(findings.provenance().seed()),
                findings.provenance().command()));
    }

    private Node part(LeftOut reason, int count, boolean listed) {
        String words = Texts.text("evaluate.leftOut.part", Formats.count(count), VerdictWords.leftOut(reason));
        if (!listed) {
            return new Label(words);
        }
        Hyperlink link = new Hyperlink(words);
        link.setId("evaluate-left-out-" + reason.key());
        link.setOnAction(event -> requests.showLeftOut(reason));
        return link;
    }
}
