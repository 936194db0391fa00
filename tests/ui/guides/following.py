"""What the guides say, done step by step; a step that differs from its guide by a letter is refused."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox

from kneetree.files.review import ReviewState, review_state
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.forms.rule import RuleDialog
from kneetree.ui.editor.forms.signoff import SignOffDialog
from tests.ui.guides.newcomer import Newcomer


def editor_of(me: Newcomer) -> Editor:
    """Return the editor, which is there by now."""
    assert me.window.editor is not None
    return me.window.editor


def errors(me: Newcomer) -> list[str]:
    """Return the errors of the open tree, once all of it was looked at."""
    live = editor_of(me).panels.live
    me.wait(lambda: not live.busy)
    return [problem.sentence for problem in live.problems if problem.level == "error"]


def first_tree(me: Newcomer) -> None:
    """Follow *Your first tree in ten minutes*."""
    with me.step(
        "Choose {Menus: &New tree} in {Menus: &File}. The first question is open on the right, ready to be written. "
        "Press `Ctrl+9`: the map shows all of the tree, two questions and three results."
    ):
        me.choose("&New tree", "&File")
        me.wait(lambda: me.window.editor is not None and me.window.editor.isVisible())
        text = editor_of(me).panels.inspector.question_form.fields["text"].text
        me.wait(lambda: me.front.focusWidget() is text)
        me.key("Ctrl+9")
        assert me.front.focusWidget() is text
    with me.step(
        'Write "Are you short of breath?" in {QuestionForm: Question}. Ask for one thing, in words that you would use '
        "to a neighbour."
    ):
        me.write(me.quote(0), "Question")
    with me.step(
        'Press `Tab`. You are in {QuestionForm: The finding as a statement}. Write "You are short of breath": the same '
        "thing as a fact. Rules, cases and reports use this sentence."
    ):
        me.key("Tab")
        assert me.front.focusWidget() is me.field("The finding as a statement")
        me.type(me.quote(0))
    with me.step(
        'Press `Enter`. The next question opens. Write "Is the sting in your mouth or throat?" in {QuestionForm: '
        'Question}, press `Tab`, and write "The sting is in your mouth or throat".'
    ):
        me.key("Enter")
        assert me.front.focusWidget() is me.field("Question")
        me.type(me.quote(0))
        me.key("Tab")
        me.type(me.quote(1))
    with me.step(
        'Click the box "Call an ambulance" on the map. It is a result, where a path ends. Click into {LeafForm: Most '
        'likely}, write "A severe allergic reaction", and press `Enter` twice.'
    ):
        click_and_name(me)
    with me.step(
        'Write "Trouble with breathing after a sting can become dangerous within minutes." in {LeafForm: Reason}.'
    ):
        me.write(me.quote(0), "Reason")
    with me.step(
        'Click the box "Be seen today". Click into {LeafForm: Most likely}, write "A sting in the mouth or throat", '
        'and press `Enter` twice. In {LeafForm: Reason} write "A swelling there can make it hard to breathe."'
    ):
        click_and_name(me)
        me.write(me.quote(2), "Reason")
    with me.step(
        'Click the box "Look after it yourself". Click into {LeafForm: Most likely}, write "An ordinary sting", and '
        'press `Enter` twice. In {LeafForm: Reason} write "The pain and the swelling usually go down within a few '
        'days."'
    ):
        click_and_name(me)
        me.write(me.quote(2), "Reason")
    with me.step(
        "Click the tab {Panels: Checklist}. It says what the tree still lacks. Click the line {ChecklistPanel: A "
        'title}. A window opens. Write "Wasp and bee stings" in {AboutPage: Title}.'
    ):
        me.click_tab("Checklist")
        me.click_line(editor_of(me).panels.checklist.table, me.name("A title"))
        me.wait(editor_of(me).panels.parts.isVisible)
        me.write(me.quote(0), "Title")
    with me.step(
        'Go on in the same window. In {AboutPage: What it is for, and for whom} write "For adults who were stung by a '
        'wasp or a bee." In {AboutPage: What it is not for} write "Children, and anybody with a known allergy to '
        'stings."'
    ):
        me.write(me.quote(0), "What it is for, and for whom")
        me.write(me.quote(1), "What it is not for")
    with me.step(
        'In {AboutPage: Emergency note} write "Call now if your face or tongue swells." In {AboutPage: Number to call '
        'in an emergency} write "112". Press {PartsWindow: Close}.'
    ):
        me.write(me.quote(0), "Emergency note")
        me.write(me.quote(1), "Number to call in an emergency")
        me.press("Close")
    with me.step("Click the tab {Panels: Problems}. It no longer lists any errors. The warnings can wait."):
        me.click_tab("Problems")
        assert errors(me) == []
    with me.step(
        'Click the box "Are you short of breath?" on the map, and press `F5`. You try the tree as a person would. '
        'Press {AnswerButtons: &No}, then {AnswerButtons: &Yes}. The result is "A sting in the mouth or throat".'
    ):
        me.click_box(me.quote(0))
        me.key("F5")
        me.press("&No")
        me.press("&Yes")
        me.sees(me.quote(1))
    with me.step("Press `Ctrl+2` to come back to the map."):
        me.key("Ctrl+2")
        me.wait(editor_of(me).isVisible)
    with me.step('Choose {Menus: &Save the tree} in {Menus: &File}, and save it as "stings.json".'):
        save(me)
        assert me.window.document.path.name == me.quote(0)


def click_and_name(me: Newcomer) -> None:
    """Click the box that is quoted first, and say what is most likely, which is quoted next."""
    me.click_box(me.quote(0))
    me.write(me.quote(1), "Most likely")
    me.key("Enter")
    me.key("Enter")


def try_from_box(me: Newcomer) -> None:
    """Click the box that is quoted first, try the tree from there, and come back to the map."""
    me.click_box(me.quote(0))
    me.key("F5")
    me.wait(lambda: not editor_of(me).isVisible())
    me.key("Ctrl+2")
    me.wait(editor_of(me).isVisible)


def first_rule(me: Newcomer) -> None:
    """Follow *Your first safety rule* on the tree of the first guide."""
    panel = editor_of(me).panels.rules
    with me.step("Click the tab {Panels: Rules}, and press {RulesPanel: &Add a rule…}."):
        me.click_tab("Rules")
        me.press("&Add a rule…")
        me.wait(lambda: isinstance(me.front, RuleDialog))
    with me.step(
        "Leave {RuleDialog: What the rule says} as it is: {RuleDialog: People with certain findings get a certain "
        "level, or a more urgent one}. This form fits most rules."
    ):
        box = me.field("What the rule says")
        assert isinstance(box, QComboBox)
        assert box.currentText() == me.name("People with certain findings get a certain level, or a more urgent one")
    with me.step('In {RuleDialog: If this is so of a person} write "You are short of breath", and press `Enter`.'):
        me.write(me.quote(0), "If this is so of a person")
        me.key("Enter")
    with me.step("In {RuleDialog: then every result is at least} choose {: Emergency}."):
        me.choose_in("then every result is at least", "Emergency")
    with me.step(
        'Write "Nobody who is short of breath is told to wait." in {RuleDialog: In your own words}. This sentence is '
        "printed."
    ):
        me.write(me.quote(0), "In your own words")
    with me.step(
        "Press {RuleDialog: Keep this rule}. After a moment the list says {RulesPanel: Holds}: it is true for "
        "everybody."
    ):
        me.press("Keep this rule")
        me.wait(lambda: me.front is me.window)
        me.sees(me.name("Holds"))
    with me.step(
        'Now see how a rule breaks. Click the box "A severe allergic reaction" on the map, and choose {: Same day} in '
        "{LeafForm: How soon}."
    ):
        me.click_box(me.quote(0))
        me.choose_in("How soon", "Same day")
    with me.step(
        "The list says {RulesPanel: Broken}. Click the rule. The shortest walk that breaks it lights up on the map; a "
        "double click on one of its steps goes there."
    ):
        me.click_line(panel.table, me.name("Broken"))
        me.wait(panel.path.isVisible)
    with me.step("Press `Ctrl+Z`. The result is an emergency again, and the rule says {RulesPanel: Holds}."):
        me.key("Ctrl+Z")
        me.sees(me.name("Holds"))
    with me.step("Choose {Menus: &Save the tree} in {Menus: &File}."):
        save(me)


def save(me: Newcomer) -> None:
    """Save the tree, and wait until that is done."""
    me.choose("&Save the tree", "&File")
    me.wait(lambda: not me.window.document.dirty)


def save_quietly(me: Newcomer) -> None:
    """Save between two guides."""
    me.window.menus.actions["save"].trigger()
    me.wait(lambda: not me.window.document.dirty)


def sign(me: Newcomer, name: str = "", role: str = "") -> None:
    """Wait in the open dialog until all is known, and sign with a name and a role."""
    dialog = me.front
    assert isinstance(dialog, SignOffDialog)
    me.wait(lambda: all(line.fine is not None for line in dialog.standing))
    assert all(line.fine for line in dialog.standing), dialog.standing
    if name:
        me.write(name, "Name")
        me.write(role, "Role")


def reviewing(me: Newcomer) -> None:
    """Follow *Reviewing and signing off* on the tree of the first guide with its rule."""
    with me.step(
        'Read the map. From far out it shows regions and gates, from close up whole texts. Click the box "Are you '
        'short of breath?", and press `F5` to try the tree from there. Press `Ctrl+2` to come back.'
    ):
        try_from_box(me)
    with me.step(
        "Look at the tabs {Panels: Problems}, {Panels: Rules} and {Panels: Cases}. No error, no broken rule and no "
        "under-triaged case may be left."
    ):
        for tab in ("Problems", "Rules", "Cases"):
            me.click_tab(tab)
        assert errors(me) == []
    with me.step(
        "Choose {Editor: &Sign off…} in {Editor: E&dit}. It shows the state of these three and, below that, what the "
        "rules promise."
    ):
        me.choose("&Sign off…", "E&dit")
        me.wait(lambda: isinstance(me.front, SignOffDialog))
        assert me.front.rules.isVisible()
    with me.step(
        'Write your name in {SignOffDialog: Name}, such as "Ana Ruiz". Write what you are in {SignOffDialog: Role}, '
        'such as "General practitioner". The day in {SignOffDialog: Next review by} is a year from now; choose another '
        "one if you like."
    ):
        name = me.quote(0)
        sign(me, name, me.quote(1))
        day = me.front.fields["next"].value()
        assert me.field("Next review by").isVisible()
        assert day == QDate.currentDate().addYears(1).toString(Qt.DateFormat.ISODate)
    with me.step("Press {SignOffDialog: Sign off}. The line at the foot of the window says who has reviewed the tree."):
        me.press("Sign off")
        me.wait(lambda: name in foot(me))
    with me.step("Choose {Menus: &Save the tree} in {Menus: &File}."):
        save(me)
        assert me.window.document.tree.review is not None
    with me.step(
        'Click the box "Is the sting in your mouth or throat?", and write "Look into a mirror." in {QuestionForm: How '
        "to tell}. The line at the foot of the window says that the tree has been changed since."
    ):
        signed = foot(me)
        me.click_box(me.quote(0))
        me.write(me.quote(1), "How to tell")
        me.wait(lambda: foot(me) != signed)
        assert review_state(me.window.document.tree) is ReviewState.CHANGED
    with me.step(
        "Press `F4`, or choose {Editor: What changed since the re&view} in {Editor: E&dit}. You see what the changes "
        "do to people, the most serious first: rules that are now broken, findings that can now lower a result, cases "
        "that now end somewhere else, then what is new, gone or worded differently. `Enter` on a line takes you to "
        "its place."
    ):
        editor, table = editor_of(me), editor_of(me).panels.since.table
        for way in (lambda: me.key("F4"), lambda: me.choose("What changed since the re&view", "E&dit")):
            editor.tabs.setCurrentWidget(editor.panels.problems)
            way()
            me.wait(editor.panels.since.isVisible)
        me.wait(lambda: table.model().rowCount() > 0)
        changed = editor.selection.current
        editor.selection.select(me.window.document.tree.root)
        me.click(table.viewport(), table.visualRect(table.model().index(0, 0)).center())
        me.key("Enter")
        assert editor.selection.current == changed
    with me.step(
        "Once you have read all of it, choose {Editor: &Sign off…} in {Editor: E&dit} again. Press {SignOffDialog: "
        "Sign off}."
    ):
        me.choose("&Sign off…", "E&dit")
        sign(me)
        me.press("Sign off")
        me.wait(lambda: review_state(me.window.document.tree) is ReviewState.REVIEWED)


def foot(me: Newcomer) -> str:
    """Return what the line at the foot of the window says."""
    return me.window.foot.text()


def publishing(me: Newcomer, kinds: list[str], page: Path) -> None:
    """Follow *Publishing the web page* on the tree that was signed; ``kinds`` gets what the dialog offers."""
    with me.step(
        "Click the tab {Panels: Problems}. No error may be left: no page is made of a tree with an error. If nobody "
        "has signed the tree, the page says on every screen that it is a draft."
    ):
        me.click_tab("Problems")
        assert errors(me) == []
    with me.step("Choose {Menus: E&xport the tree…} in {Menus: &File}."):
        me.choose("E&xport the tree…", "&File")
    with me.step('Choose {Files: Web page with all questions} as the kind of file, and save it as "stings.html".'):
        assert f"{me.name('Web page with all questions')} (*.html)" in kinds[0].split(";;"), kinds
        assert page.name == me.quote(0)
        me.wait(page.exists)
    with me.step(
        "Open the file in a browser. Answer as somebody you know: the result must be the one that you expect."
    ):
        assert "</html>" in page.read_text("utf-8")
    with me.step(
        "Put the file on a web server, at an address that begins with https. It is one file and needs nothing beside "
        "it. Give people the address."
    ):
        assert not re.search(r'<(link|script|img)[^>]+(src|href)="(?!data:)', page.read_text("utf-8"))


def paper_chart(me: Newcomer) -> None:
    """Follow *From a paper chart*; the table of the guide is in the file that the dialog gives."""
    with me.step(
        "Number the boxes on the paper. Write the table in a spreadsheet, with these headings in its first row. For a "
        "box that asks something, write which number Yes goes to and which number No goes to. A box that leads "
        "nowhere is a result."
    ):
        pass
    with me.step('Save it as "cut.csv". Files of Excel (.xlsx) are read too.'):
        assert me.quote(0) == "cut.csv"
    with me.step(
        "Press `Ctrl+2` in this program. Choose {Menus: Import a table or a dra&wing…} in {Menus: &File}, and choose "
        "the file."
    ):
        me.key("Ctrl+2")
        me.wait(lambda: me.window.editor is not None and me.window.editor.isVisible())
        me.choose("Import a table or a dra&wing…", "&File")
    with me.step(
        "Press `Ctrl+9`: the map shows all of your chart. The tab {Panels: Problems} names everything that the paper "
        "did not say. Click a line below one of its headings to go to the place."
    ):
        me.key("Ctrl+9")
        me.click_tab("Problems")
        assert errors(me)
        table = editor_of(me).panels.problems.table
        me.wait(lambda: table.model().rowCount() > 0)
        me.click(table.viewport(), table.visualRect(table.model().index(1, 0)).center())
        assert editor_of(me).selection.current
    with me.step(
        'Click the box "Does the cut bleed through a bandage?" on the map, and write "The cut bleeds through a '
        'bandage" in {QuestionForm: The finding as a statement}.'
    ):
        me.click_box(me.quote(0))
        me.write(me.quote(1), "The finding as a statement")
    with me.step(
        'Click the box "A small cut". Row 5 does not say how soon: choose {: Self care} in {LeafForm: How soon}. Write '
        '"A small cut" in {LeafForm: Most likely}, and press `Enter` twice.'
    ):
        me.click_box(me.quote(0))
        me.choose_in("How soon", "Self care")
        me.write(me.quote(1), "Most likely")
        me.key("Enter")
        me.key("Enter")
    with me.step(
        "Go through the other results, too, and write what belongs under {LeafForm: When to get help after all}."
    ):
        me.sees(me.name("When to get help after all"))
    with me.step(
        'Click the box "Does the cut bleed through a bandage?" again, and press `F5`. Follow every path with the '
        "paper beside you. Press `Ctrl+2` to come back."
    ):
        try_from_box(me)
    with me.step('Choose {Menus: &Save the tree} in {Menus: &File}, and save it as "cut.json".'):
        save(me)
        assert me.window.document.path.name == me.quote(0)


def write_down(text: str, path: Path) -> None:
    """Write the table of a guide, cell by cell and its headings first, as the file that the guide tells to save."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|") and "---" not in line]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([cell.strip() for cell in row] for row in rows)
