"""What holds for every tree and every person: definite people, *not sure*, other answers, Back, the questions left."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kneetree.model import knowledge
from kneetree.model.tree import Answer, Kind, Tree, Urgency
from kneetree.walk.walk import Walk
from tests import trees
from tests.people import leaf_of, people
from tests.walk.players import longest, one_more, some_more, to_the_end


def lacks(walk: Walk) -> bool:
    """Whether a decision on the path lacked a fact."""
    told: set[str] = set()
    for step in walk.path:
        asked = walk.tree.asked(step.node)
        if asked.kind is Kind.DECISION:
            known = {fact: walk.told[fact] for fact in told}
            if any(knowledge.value_of(finding, known) is knowledge.UNKNOWN for finding in asked.findings):
                return True
        elif step.asked:
            told.update(asked.facts)
    return False


@given(trees.trees(), st.data())
def test_a_definite_person_ends_where_the_plainest_reading_says(tree: Tree, data: st.DataObject) -> None:
    person = data.draw(people(tree))
    walk = Walk.start(tree, answers=person)
    assert walk.finished
    if lacks(walk):
        assert leaf_of(tree, person) in walk.leaves or walk.urgency is Urgency.EMERGENCY
    else:
        assert walk.leaves == (leaf_of(tree, person),)


@given(trees.trees(), st.data())
def test_answering_one_by_one_is_the_same_as_all_at_once(tree: Tree, data: st.DataObject) -> None:
    person = data.draw(people(tree))
    walk = Walk.start(tree)
    while walk.question is not None:
        asked = tree.asked(walk.question)
        facts = knowledge.to_ask(asked, walk.told)
        assert facts, "what is open has something to ask"
        assert asked.kind is not Kind.DECISION
        walk = walk.answer({fact: person[fact] for fact in facts})
    whole = Walk.start(tree, answers=person)
    assert (walk.path, walk.leaves, walk.told) == (whole.path, whole.leaves, whole.told)


@given(trees.trees(), st.data())
def test_not_sure_never_lowers_the_urgency(tree: Tree, data: st.DataObject) -> None:
    person = data.draw(people(tree))
    unsure = data.draw(st.sets(st.sampled_from(sorted(person)))) if person else set()
    sure = Walk.start(tree, answers=person)
    doubting = Walk.start(tree, answers={**person, **dict.fromkeys(unsure)})
    assert doubting.finished
    if lacks(sure):
        return  # which of two open branches is walked first can tell a decision of the other what it lacks
    assert sure.urgency is not None and doubting.urgency is not None
    assert doubting.urgency.rank >= sure.urgency.rank
    if doubting.urgency is not Urgency.EMERGENCY:
        assert set(sure.leaves) <= set(doubting.leaves)


@given(trees.trees(), st.data())
def test_a_change_of_one_answer_keeps_all_others_and_can_be_taken_back(tree: Tree, data: st.DataObject) -> None:
    walk = to_the_end(Walk.start(tree), data)
    plain = [fact for fact in walk.answers if fact not in tree.scales]
    if not plain:
        return
    finding = data.draw(st.sampled_from(plain))
    changed = walk.answer({finding: data.draw(st.sampled_from([True, False, None]))})
    assert {key: value for key, value in changed.answers.items() if key != finding} == {
        key: value for key, value in walk.answers.items() if key != finding
    }
    again = changed.answer({finding: walk.answers[finding]})
    assert (again.path, again.leaves) == (walk.path, walk.leaves)


@given(trees.trees(), st.data())
def test_the_result_depends_only_on_the_answers_on_the_path(tree: Tree, data: st.DataObject) -> None:
    walk = some_more(Walk.start(tree), data, 8)
    more = walk
    for fact in data.draw(st.lists(st.sampled_from(sorted(tree.findings)), max_size=3)) if tree.findings else ():
        if fact not in walk.told:
            more = more.answer({fact: data.draw(st.sampled_from([True, False, None]))})
    if walk.finished:
        assert (more.path, more.leaves) == (walk.path, walk.leaves)
    else:
        assert more.path[: len(walk.path)] == walk.path
    shuffled = dict(data.draw(st.permutations(list(more.answers.items()))))
    other = Walk.start(tree, answers=shuffled)
    assert (other.path, other.leaves, other.question) == (more.path, more.leaves, more.question)


@given(trees.trees(), st.data())
def test_back_undoes_an_answer(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    while not walk.finished:
        after = one_more(walk, data)
        back = after.back()
        assert (back.question, back.path, back.told) == (walk.question, walk.path, walk.told)
        walk = after


@given(trees.trees(), st.data())
def test_only_what_was_asked_is_told(tree: Tree, data: st.DataObject) -> None:
    walk = some_more(Walk.start(tree), data, 9)
    asked = {fact for step in walk.path if step.asked for fact in tree.asked(step.node).facts}
    assert set(walk.told) == asked
    for step in walk.path:
        kind = tree.asked(step.node).kind
        assert (step.how == "decided") is (kind is Kind.DECISION)
        assert (step.answer is Answer.NEXT) is tree.asked(step.node).collects


@given(trees.trees(), st.data())
def test_no_more_questions_come_than_was_said(tree: Tree, data: st.DataObject) -> None:
    walk = some_more(Walk.start(tree), data)
    if walk.finished:
        assert walk.at_most_more == 0
        return
    said, more = walk.at_most_more, -1
    while not walk.finished:
        walk = one_more(walk, data, unsure=False)
        more += 1
    assert more <= said


@given(trees.trees(6, 4), st.data())
def test_the_number_of_questions_left_is_never_too_small(tree: Tree, data: st.DataObject) -> None:
    walk = some_more(Walk.start(tree), data, 3)
    assert walk.at_most_more >= longest(walk) - 1


@given(trees.trees(), st.data())
def test_with_definite_answers_the_questions_left_only_fall(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    while not walk.finished:
        after = one_more(walk, data, unsure=False)
        assert after.at_most_more <= max(0, walk.at_most_more - 1)
        walk = after
