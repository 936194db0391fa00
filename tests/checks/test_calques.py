"""Wordings that read like a translation are named, with what to write instead, and good ones are left alone."""

from __future__ import annotations

import re

import pytest
from msgspec import structs

from kneetree import checks
from kneetree.checks import calques
from kneetree.files import translation, tree_files
from kneetree.model.tree import About, Advice, Decision, Exemption, Recovery, Region, Rule, Start, Tree, Urgency
from kneetree.words.calques import CALQUES
from tests import trees

ENGLISH = [
    ("Is there pain that grows, or a limp?", "pain that grows", "gets worse"),
    ("Growing shooting pain in both legs", "Growing shooting pain", "gets worse"),
    ("Swelling keeps growing", "Swelling keeps growing", "gets bigger"),
    ("If it is not better in 2 days, go back.", "go back", "go back to the doctor"),
    ("Go back if it gets worse", "Go back", "go back to the doctor"),
    ("A pop on a small effort from 55 on", "from 55 on", "aged ... or over"),
    ("From 55 you need an X-ray", "From 55", "aged ... or over"),
    ("A stiff knee under 17 after an injury", "under 17", "younger than"),
    ("Leg pain, under 3", "under 3", "aged under"),
    ("A lump after 60 should be scanned", "after 60", "aged ... or over"),
    ("Some causes belong to an age.", "belong to an age", "more likely"),
    ("These point to the bone", "point to", "can be a sign of"),
    ("A bruise or a pop points to a tear", "points to", "can be a sign of"),
    ("These tell what may be torn", "These tell what", "shows"),
    ("An X-ray within 48 hours tells.", "hours tells", "shows"),
    ("A long journey in the last weeks", "in the last weeks", "in the last few"),
    ("A broken leg lately", "lately", "recently"),
    ("Go there at once", "there at once", "now"),
    ("It should be looked at once", "looked at once", "a doctor should check it"),
    ("Go the same day if it hurts", "Go the same day", "get medical help today"),
    ("A clot has to be ruled out", "has to be ruled out", "needs to be checked for"),
    ("A clot has to be excluded", "has to be excluded", "needs to be checked for"),
    ("Is there new bladder trouble?", "trouble", "problems"),
    ("The usual knee troubles", "troubles", "problems"),
    ("Is any of these true?", "Is any of these", "Do you have any of"),
    ("Does any of these fit?", "Does any of these", "Do any of ... apply"),
    ("Pain round the kneecap", "round the", "around"),
    ("Swelling round that knee", "round that", "around"),
    ("The joints are stiff for long.", "stiff for long", "for a long time"),
    ("It aches after sitting for long", "after sitting for long", "for a long time"),
    ("They raise the risk, also without swelling", "also without", "even without"),
    ("Cancer treated this year, or being cared for", "Cancer treated this year, or being cared for", "palliative care"),
    ("A leg out of shape", "out of shape", "misshapen"),
    ("Worse after sitting long", "sitting long", "sitting for a long time"),
    ("It hurts on long sitting", "on long sitting", "for a long time"),
    ("You have a made joint", "a made joint", "artificial joint"),
    ("Can you lift the foot as well as the other?", "lift the foot as well as", "as high as"),
    ("For a grown-up with a sore knee", "grown-up", "adult"),
    ("Rest the leg and cool it.", "cool it", "ice pack"),
    ("Is it impossible to rise on tiptoe?", "Is it impossible to", "Are you unable to"),
    ("Did it come suddenly that you cannot lift the leg?", "Did it come suddenly that you cannot", "suddenly lose"),
    ("Do you bleed more easily than others?", "bleed more easily than others", "blood thinner"),
    ("Has it changed like this?", "Has it changed like this", "Has either of these happened?"),
    ("Is the foot numb, or can you not move it?", "or can you not", "unable"),
    ("Which of these facts are true?", "Which of these facts are true", "Do any of these apply?"),
    ("Could a bone have been cracked last week?", "Could a bone have been cracked", "what can be seen or felt"),
    ("Phone a doctor now and ask to be seen within a week.", "Phone a doctor now and ask to be seen within", "today"),
    ("The knee is its favourite place.", "its favourite place", "plainly"),
]  # fmt: skip
ENGLISH_ADVICE = [
    ("No sport until it has been checked.", "No sport", "Do not"),
    ("Rest it. No aspirin if you are pregnant.", "No aspirin", "Do not"),
]
GOOD_ENGLISH = [
    "Growing pains come and go", "A growth in the bone", "The shin is sore while a child is growing",
    "A widened artery that grows fast may burst", "A lump that grows", "Growing bones can hurt",
    "Go back to the doctor if it lasts", "Did the kneecap go back?", "Let the swelling go back down",
    "It takes from 2 to 6 weeks", "Bend it from 40 to 90 degrees", "A fall from 3 metres",
    "A child under 5", "Anyone who is under 16", "Aged under 25", "Under 10 minutes", "A journey of under 40 miles",
    "Rest for a while after 60 minutes", "You are not better after 2 days", "In people over 60",
    "These belong to a tested rule", "Point to where it hurts", "The toes point to the side", "You can point to it",
    "Two points to the rule", "A scan can tell whether it is a clot", "Tell the doctor what you take",
    "A doctor tells you how to do it", "The place helps to tell the causes apart",
    "In the last few weeks", "In the last weeks of pregnancy", "In the last 6 months",
    "Both legs at once", "Do not use it for several injuries at once", "Look at both legs at once",
    "Help comes the same day", "A clot cannot be ruled out", "It needs to be checked for today",
    "You have trouble breathing", "Trouble with your sight", "If only a lump troubles you", "It causes no trouble",
    "Do any of these apply?", "Is any of the skin broken?", "Has either of these happened?",
    "A round lump", "Turn round slowly", "All year round", "It moves the other way round", "Care round the clock",
    "You cannot stand for long", "Do not sit for long periods", "For longer walks", "Not for long.",
    "It is also without risk", "Somebody being cared for at home with cancer", "You feel out of shape",
    "A leg that is bent out of shape", "Walking long distances", "As long as it hurts", "Standing long enough",
    "It made joint pain worse", "Do any of these apply, as well as a fever?", "Lift the foot as well as the knee",
    "The child has grown up here", "Cool the skin with a wet cloth",
    "Does it look like this?", "It could be broken", "Phone a doctor today and ask to be seen within a week.",
    "Roundabout ways", "A belonging", "Troublesome",
    "Pain grows less as the weeks pass", "Swelling that grows smaller overnight", "If you are over 16 and under 50",
    "Keep your weight under 80", "Cool it under running water for 20 minutes", "He felt out of shape",
]  # fmt: skip
GOOD_ADVICE = [
    "No treatment is needed.", "No need to rest.", "No one should press on it.", "Rest if there is no pain.",
    "Nobody should drive.", "Do not run. Not even slowly.", "No fever, no rash and no swelling: stay at home.",
    "No swelling? Then walk as usual.",
]  # fmt: skip
SPANISH = [
    ("el pie se queda entumecido", "entumecido", "dormido, sin sensibilidad"),
    ("Una articulación artificial caliente", "articulación artificial", "prótesis de rodilla"),
    ("Lleva una cadera artificial", "cadera artificial", "prótesis de cadera"),
    ("Vaya a urgencias de una vez.", "Vaya a urgencias de una vez", "ahora mismo"),
    ("Tiene los dedos rígidos para largo", "para largo", "mucho tiempo"),
    ("Le duele la pierna?", "Le", "¿"),
    ("¿Tiene fiebre? Le duele la pierna?", "Le", "¿"),
    ("¿Le aplica alguna de estas cosas?", "Le aplica", "se cumple"),
    ("Marque lo que aplica a usted", "aplica a usted", "se cumple"),
    ("¿Hay dolor que crece?", "dolor que crece", "va a más"),
    ("Duele tras sentarse mucho rato", "tras sentarse mucho", "tras estar sentado mucho rato"),
    ("Pierde el control de la orina", "Pierde el control de la orina", "se le escapan"),
    ("Un dolor severo", "severo", "fuerte"),
    ("¿Sangra con más facilidad que otras personas?", "Sangra con más facilidad que otras", "anticoagulantes"),
    ("Puede ser un coágulo, también sin hinchazón", "también sin", "incluso sin"),
    ("El dolor sigue, vuelva.", "vuelva", "vuelva al médico"),
    ("¿Ha cambiado de esta manera?", "Ha cambiado de esta manera", "¿Ha pasado"),
    ("Llame al 999 ahora", "al 999", "112"),
]  # fmt: skip
GOOD_SPANISH = [
    "El pie está dormido, sin sensibilidad", "Una prótesis de rodilla", "Más de una vez al día", "De una vez por todas",
    "Vaya al baño más de una vez", "Esto va para largo", "Para largos paseos", "¿Le duele?", "Si anda, ¿le duele?",
    "Mire las piernas. ¿Mide 2.5 cm o más una que otra?", "¿Le duele p. ej. al subir?", "Se aplica una crema",
    "Aplique hielo", "¿Dónde se aplica?", "¿Se cumple alguna de estas cosas?", "Dolores de crecimiento",
    "El niño crece y le duele", "Un bulto que crece", "Se alivia al sentarse", "Tras estar sentado mucho rato",
    "Se le escapa la orina", "El control de la vejiga", "Persevera", "El dolor es peor también sin andar",
    "Vuelva a caminar", "Hasta que el dolor vuelva.", "Para que no vuelva, descanse", "Vuelva al médico si empeora",
    "Marque 112, 911 o su número local",
]  # fmt: skip


def said(language: str, text: str, part: str = "finding") -> list[tuple[str, int]]:
    return list(calques.found(language, part, text))


@pytest.mark.parametrize(
    ("language", "part", "text", "words", "meant"),
    [("en", "finding", *row) for row in ENGLISH]
    + [("en", "advice", *row) for row in ENGLISH_ADVICE]
    + [("es", "finding", *row) for row in SPANISH],
)
def test_a_wording_is_found_once_with_what_is_meant(
    language: str, part: str, text: str, words: str, meant: str
) -> None:
    ((found, row),) = said(language, text, part)
    assert found == words
    assert meant in CALQUES[language][row].meant


def test_each_row_has_an_example() -> None:
    english = {row for text, *_ in ENGLISH + ENGLISH_ADVICE for _, row in said("en", text, "advice")}
    spanish = {row for text, *_ in SPANISH for _, row in said("es", text)}
    assert english == set(range(len(CALQUES["en"])))
    assert spanish == set(range(len(CALQUES["es"])))


@pytest.mark.parametrize(
    ("language", "part", "text"),
    [("en", "finding", text) for text in GOOD_ENGLISH]
    + [("en", "advice", text) for text in GOOD_ENGLISH + GOOD_ADVICE]
    + [("en", "rule", text) for text, *_ in ENGLISH_ADVICE]
    + [("es", "finding", text) for text in GOOD_SPANISH],
)
def test_a_good_wording_is_left_alone(language: str, part: str, text: str) -> None:
    assert said(language, text, part) == []


@pytest.mark.parametrize("language", list(CALQUES))
def test_the_rows_have_no_groups_by_which_others_would_be_counted_wrongly(language: str) -> None:
    assert [row.written for row in CALQUES[language] if re.compile(row.written).groups] == []


BAD = "A grown-up"


def everywhere() -> Tree:
    """A tree with a wording to replace in a text of each kind, which says at how many places it is."""
    tree = trees.make(
        {
            "lungs": trees.ask("breathless", "now", "age"),
            "age": trees.number("age", "many"),
            "many": Decision(title=BAD, counts=("breathless",), yes="now", no="later"),
            "now": trees.leaf("emergency", title=BAD),
            "later": trees.leaf("routine", "cyst", reason=f"{BAD}. {BAD}."),
        },
        about=About(intended_use=BAD), start=Start(heading="Knees", text=BAD),
        regions={"lungs": Region(title=BAD, nodes=("lungs",))},
        rules={
            "said": Rule(id="said", statement=BAD, given={}, urgency_at_least=Urgency.ROUTINE),
            "why": Rule(
                id="why", statement="It is so.", given={}, urgency_at_least=Urgency.ROUTINE,
                unless=(Exemption({"breathless": True}, why=BAD),),
            ),
        },
    )  # fmt: skip
    tree.title = BAD
    tree.findings["breathless"] = structs.replace(tree.findings["breathless"], reassures=BAD)
    tree.questions["breathless"] = structs.replace(tree.questions["breathless"], answer_rule=BAD)
    tree.scales["age"] = structs.replace(tree.scales["age"], why=BAD)
    tree.advice["rest"] = Advice(BAD)
    tree.warnings["worse"] = structs.replace(tree.warnings["worse"], text=BAD)
    tree.conditions["strain"] = structs.replace(tree.conditions["strain"], summary=BAD)
    tree.conditions["cyst"] = structs.replace(tree.conditions["cyst"], recovery=Recovery(time=BAD))
    return tree


def test_every_text_is_judged_and_named_at_its_place_once() -> None:
    found = [one for one in checks.check(everywhere()) if one.code == "wording_pattern"]
    assert sorted(str(one.place) for one in found) == sorted(
        [
            "None", "about", "start", "scale:age", "finding:breathless", "question:breathless", "advice:rest",
            "warning:worse", "condition:strain", "condition:cyst", "many", "now", "later", "rule:said", "rule:why",
            "region:lungs",
        ]
    )  # fmt: skip
    assert {one.level for one in found} == {"warning"}
    assert {one.message for one in found} == {"'grown-up' reads like a translation; write \"adult\"."}


def test_a_long_wording_is_shortened() -> None:
    tree = trees.small()
    tree.advice["rest"] = Advice("Cancer that was treated within the last six months or years, or being cared for.")
    (found,) = [one for one in calques.calques(tree) if one]
    assert found.message.startswith("'Cancer that was treated within the last six months or years…' reads like")


def test_the_language_of_the_tree_decides() -> None:
    tree = trees.small()
    tree.advice["rest"] = Advice("Un dolor severo. A grown-up.")
    for language, words in (("en-GB", "'grown-up'"), ("es-MX", "'severo'")):
        tree.language = language
        (found,) = [one for one in calques.calques(tree) if one and one.place == "advice:rest"]
        assert found.message.startswith(words)
    tree.language = "de"
    assert list(calques.calques(tree)) == []


def test_a_language_beside_the_tree_is_judged_but_not_what_fell_back_to_the_original(tmp_path) -> None:
    tree, path = trees.small(), tmp_path / "t.json"
    tree.conditions["strain"] = structs.replace(tree.conditions["strain"], summary="Un dolor severo.")
    tree.conditions["dvt"] = structs.replace(tree.conditions["dvt"], summary="Un dolor severo.")
    path.write_bytes(tree_files.encode_tree(tree))
    parts = {(part, key): texts for part, key, texts in translation.originals(tree)}

    def of(kind: str) -> dict[str, translation.Texts]:
        return {key: texts for (part, key), texts in parts.items() if part == kind}

    conditions = of("condition")
    del conditions["dvt"]
    conditions["strain"] = structs.replace(conditions["strain"], name="Un dolor entumecido")
    made = translation.Language(
        format=translation.FORMAT, language="es", tree=parts["tree", ""], warnings=of("warning"), advice=of("advice"),
        findings=of("finding"), questions=of("question"), conditions=conditions, nodes=of("node"),
        rules=of("rule") | {"swollen": structs.replace(of("rule")["swollen"], statement="El pie está entumecido.")},
    )  # fmt: skip
    path.with_name("t.es.json").write_bytes(translation.encode(made))
    found = [one for one in checks.check_languages(tree, path) if one.code == "wording_pattern"]
    assert [(one.place, one.language, one.message.partition(" reads")[0]) for one in found] == [
        ("condition:strain", "es", "'entumecido'"),
        ("condition:strain", "es", "'severo'"),
        ("rule:swollen", "es", "'entumecido'"),
    ]
