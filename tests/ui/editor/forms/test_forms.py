"""The dialogs of rules and cases give back what they show, and say what does not fit."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QDate, Qt

from kneetree.model.tree import Case, Exemption, Expect, PathTo, Rule, Tree, Urgency
from kneetree.report.rule_words import rule_texts, rule_words
from kneetree.ui.editor.forms.case import CaseDialog
from kneetree.ui.editor.forms.rule import NEVER, RuleDialog
from kneetree.ui.editor.forms.signoff import SignOffDialog
from kneetree.ui.style.theme import Theme
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GIVEN = Rule(
    id="clot",
    statement="A swollen calf is for today.",
    sources=("src",),
    given={"calf_swollen": True, "age_at_least_60": False},
    urgency_at_least=Urgency.SAME_DAY,
    unless=(
        Exemption({"locks": True}, "It was always so.", ("src",)),
        Exemption({"cancer": False, "age_at_least_17": True}, "Other people.", ()),
    ),
)
ASKS = Rule(
    id="ask",
    statement="Harmless only after the calf.",
    every_path_to=PathTo(urgency_below=Urgency.SAME_DAY, conditions=("strain",)),
    asks=("calf_swollen", "age", "age_at_least_60"),
)
AT_MOST = Rule(id="short", statement="Quick.", every_path_to=PathTo(urgency=Urgency.EMERGENCY), questions_at_most=1)
NEVER_LOWERS = Rule(
    id="never",
    statement="Locking never helps.",
    never_lowers={"locks": True, "age_at_least_60": False},
    below=Urgency.SAME_DAY,
    given={"cancer": False},
)
RULES = [GIVEN, ASKS, AT_MOST, NEVER_LOWERS]


@pytest.fixture
def tree() -> Tree:
    return tree_of_all_kinds()


@pytest.fixture
def editor(qtbot, tree: Tree, theme: Theme) -> RuleDialog:
    made = RuleDialog(tree, theme)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_rule_editor_gives_back_each_form(editor: RuleDialog, tree: Tree, rule: Rule) -> None:
    editor.show_rule(rule)
    assert editor.rule() == rule
    assert editor.fault() is None
    assert editor.sentence.text() == rule_words(tree, rule)


def test_words_made_from_a_rule_are_never_kept_as_its_authors(editor: RuleDialog, tree: Tree) -> None:
    told = rule_words(tree, GIVEN)
    editor.show_rule(structs.replace(GIVEN, statement=told))
    choose(editor.fields["urgency_at_least"], Urgency.EMERGENCY)
    assert editor.rule().statement == ""
    assert rule_texts(tree, editor.rule()) == (editor.sentence.text(),) != (told,)
    editor.fields["statement"].show_value("Mine.")
    assert editor.rule().statement == "Mine."


def choose(field, value) -> None:
    at = field._values.index(value)
    field.box.setCurrentIndex(at)
    field.box.activated.emit(at)


def test_a_rule_that_names_nothing_is_not_kept(qtbot, editor: RuleDialog) -> None:
    told = []
    editor.wanted.connect(lambda: told.append(1))
    choose(editor.fields["form"], NEVER)
    assert editor.fields["never_lowers"].isVisible() and not editor.fields["unless"].isVisible()
    qtbot.mouseClick(editor.main_button, Qt.MouseButton.LeftButton)
    assert "at least one finding" in editor.fields["never_lowers"].refusal
    editor.fields["never_lowers"]._add("locks")
    editor.fields["given"]._add("locks")
    editor.want()
    assert "both lists" in editor.fields["given"].refusal
    assert told == []
    editor.fields["given"]._removed("locks")
    editor.want()
    assert told == [1]
    assert editor.rule().never_lowers == {"locks": True}
    assert editor.rule().below is None


def test_an_exception_is_added_with_its_reason(qtbot, editor: RuleDialog) -> None:
    unless = editor.fields["unless"]
    with qtbot.waitSignal(editor.fields["unless"].edited):
        unless.add_button.click()
    editor.want()
    assert unless.refusal
    card = unless.cards[0]
    card.given._add("locks")
    qtbot.keyClicks(card.why.text, "Old.")
    card.sources._add("src")
    assert editor.rule().unless == (Exemption({"locks": True}, "Old.", ("src",)),)
    with qtbot.waitSignal(editor.draft_changed):
        card.remove_button.click()
    assert editor.rule().unless == ()
    assert editor.fault() is None


def type_fact(qtbot, adder, text: str) -> None:
    adder.lineEdit().setFocus()
    qtbot.keyClicks(adder.lineEdit(), text)
    adder.completer().popup().hide()
    qtbot.keyClick(adder.lineEdit(), Qt.Key.Key_Return)


def test_a_threshold_is_typed_as_people_say_it(qtbot, editor: RuleDialog) -> None:
    given = editor.fields["given"]
    type_fact(qtbot, given.adder, "age 40")
    type_fact(qtbot, given.adder, "years 50")
    type_fact(qtbot, given.adder, "age_at_least_60")
    assert given.value() == {"age_at_least_40": True, "age_at_least_50": True, "age_at_least_60": True}
    type_fact(qtbot, given.adder, "age 400")
    assert given.refusal


CASE = Case(
    id="c1",
    story="A runner",
    findings={"calf_swollen": True, "locks": None},
    expect=Expect(("dvt",), (Urgency.SAME_DAY,), Urgency.SAME_DAY, ("cyst",)),
    source="A book",
    extra={"age": 54, "mark": 1},
    expect_extra={"more": 2},
)


@pytest.fixture
def case_editor(qtbot, tree: Tree, theme: Theme) -> CaseDialog:
    made = CaseDialog(tree, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_case_editor_gives_back_a_case_with_keys_of_its_own(case_editor: CaseDialog) -> None:
    case_editor.show_case(CASE)
    assert case_editor.case() == CASE
    assert case_editor.fields["number:age"].line.text() == "54"
    assert "number:days" not in case_editor.fields


def test_a_number_is_one_of_its_scale(qtbot, case_editor: CaseDialog) -> None:
    told = []
    case_editor.wanted.connect(lambda: told.append(1))
    case_editor.show_case(CASE)
    age = case_editor.fields["number:age"]
    for text in ("121", "two", "2.5", "-1", "9" * 30):
        age.line.setText(text)
        case_editor.want()
        assert "from 0 to 120" in age.refusal, text
    assert told == []
    age.line.setText("")
    case_editor.want()
    assert told == [1]
    assert case_editor.case().extra == {"age": None, "mark": 1}
    age.line.setText("7")
    assert case_editor.case().extra == {"age": 7, "mark": 1}
    age.line.clearFocus()
    case_editor.show_case(Case(id="c2"))
    assert case_editor.case() == Case(id="c2")


def test_whoever_signs_off_sees_all_that_the_rules_say(qtbot, tree: Tree) -> None:
    rules = "\n".join(rule_words(tree, rule) for rule in RULES)
    signing = SignOffDialog(None, "Draft", rules)
    qtbot.addWidget(signing)
    signing.show()
    assert signing.rules.isVisible() and signing.rules.toPlainText() == rules
    assert signing.rules.isReadOnly() and signing.rules.tabChangesFocus()
    without = SignOffDialog(None, "Draft", "")
    qtbot.addWidget(without)
    without.show()
    assert not without.rules.isVisible()


def test_one_match_and_enter_add_a_finding_and_leave_an_empty_box(qtbot, editor: RuleDialog) -> None:
    given = editor.fields["given"]
    type_fact(qtbot, given.adder, "calf_sw")
    assert list(given.value()) == ["calf_swollen"]
    given.adder.lineEdit().setFocus()
    qtbot.keyClicks(given.adder.lineEdit(), "lock")
    offered = given.adder.completer().popup()
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    qtbot.wait(10)
    assert list(given.value()) == ["calf_swollen", "locks"]
    assert given.adder.line.text() == "" and not given.refusal


@pytest.mark.parametrize("typed", ["age 400", "age 0", "age_at_least_400"])
def test_a_number_out_of_range_is_refused_with_its_bounds(qtbot, editor: RuleDialog, typed: str) -> None:
    given = editor.fields["given"]
    type_fact(qtbot, given.adder, typed)
    assert "from 1 to 120" in given.refusal


def test_the_focus_stays_in_the_list_when_a_row_goes(qtbot, editor: RuleDialog) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    given = editor.fields["given"]
    given._add("locks")
    given._add("calf_swollen")
    first, second = (given._rows[key].remove for key in ("locks", "calf_swollen"))
    qtbot.waitUntil(second.isVisible)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert given.adder.line.hasFocus()
    unless = editor.fields["unless"]
    for _ in range(2):
        unless.add_button.click()
    one, other = (card.remove_button for card in unless.cards)
    qtbot.waitUntil(other.isVisible)
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Space)
    assert other.hasFocus()
    qtbot.keyClick(other, Qt.Key.Key_Space)
    assert unless.add_button.hasFocus()


def test_no_choice_is_cut_when_the_list_is_open(qtbot, editor: RuleDialog) -> None:
    given = editor.fields["given"]
    given._add("locks")
    for box in (given.choice("locks"), editor.fields["form"].box):
        qtbot.waitUntil(box.isVisible)
        box.showPopup()
        view = box.view()
        qtbot.waitUntil(view.isVisible)
        last = view.model().index(box.count() - 1, 0)
        qtbot.waitUntil(lambda: view.visualRect(last).bottom() <= view.viewport().height(), timeout=1000)  # noqa: B023
        box.hidePopup()


def test_the_next_review_is_offered_in_a_year_and_never_in_the_past(qtbot, theme: Theme) -> None:
    signing = SignOffDialog(None, "Draft", "")
    qtbot.addWidget(signing)
    signing.show()
    today = QDate.currentDate()
    following = signing.fields["next"]
    for name, text in (("by", "A. Doctor"), ("role", "GP"), ("on", "2020-01-01"), ("next", "2020-06-01")):
        signing.fields[name].line.setText(text)
        signing.fields[name].line.editingFinished.emit()
    wanted = []
    signing.wanted.connect(lambda: wanted.append(signing.values()))
    signing.want()
    assert not wanted and "still to come" in following.refusal
    following.day_button.setFocus()
    qtbot.keyClick(following.day_button, Qt.Key.Key_Return)
    assert following.value() == today.addYears(1).toString("yyyy-MM-dd"), "Enter presses the button that has the keys"
    signing.want()
    assert wanted == [("A. Doctor", "GP", "2020-01-01", following.value())]


@pytest.mark.parametrize("percent", [100, 200])
def test_signing_begins_with_its_first_field_in_sight(qtbot, theme: Theme, percent: int) -> None:
    theme.choose_text(percent)
    try:
        signing = SignOffDialog(None, "Draft", "\n".join(f"Rule {number}." for number in range(40)))
        qtbot.addWidget(signing)
        signing.resize(700, 560)
        signing.show()
        first = signing.fields["by"].line
        qtbot.waitUntil(
            lambda: signing.focusWidget() is first and first.visibleRegion().contains(first.rect().center())
        )
    finally:
        theme.choose_text(100)


@pytest.mark.parametrize("name", ["given", "sources", "unless"])
def test_the_main_button_passes_over_nothing_that_is_typed_and_not_added(qtbot, editor, name: str) -> None:
    editor.show_rule(GIVEN)
    wanted: list[bool] = []
    editor.wanted.connect(lambda: wanted.append(True))
    field = editor.fields[name]
    box = (field.cards[0].sources if name == "unless" else field).adder
    qtbot.keyClicks(box.line, "zzz")
    editor.want()
    assert not wanted and "'zzz'" in field.refusal and box.line.text() == "zzz"
    box.go_back()
    editor.want()
    assert wanted
