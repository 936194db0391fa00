"""Wordings that read like a translation, in each language that is known here, with what a native writer says instead.

A wording is listed only if the words alone give it away.  Good English with the same words must not match: "growing
pains", "both legs at once", "a child under 5".
"""

from __future__ import annotations

from typing import NamedTuple


class Calque(NamedTuple):
    """A wording to replace.

    ``written`` is a regular expression without capturing groups.  It matches whole words, whatever their case.
    ``meant`` completes "write ...".  If ``part`` is given, only texts of that part of a tree are searched.
    """

    written: str
    meant: str
    part: str = ""


def _after_none_of(words: str, written: str) -> str:
    """Return an expression for ``written`` that does not match after any of ``words``.

    It tests the first letter before it looks back: looking back from every word made a check take twice as long.
    """
    return f"(?={written[0]})" + "".join(rf"(?<!\b{word} )" for word in words.split()) + written


_CLAUSE = r"(?=\s*(?:[.,;:!)]|$))"
_END = r"(?=\s*(?:[.,;:!?)]|$))"
"""The end of a clause or of a sentence; unlike ``_CLAUSE``, the end of a question as well."""
_ILLS = r"(?:pain(?!s)|aches?|swelling|numbness|weakness|redness|stiffness|soreness|bruising)"
_PEOPLE = (
    "aged age ages anyone anybody everyone everybody someone somebody nobody those people person patients adult adults "
    "man men woman women child children baby babies infant infants boy boys girl girls teenager teenagers is are be "
    "was were you score scores"
)
_POINTERS = "toes toe foot feet fingers finger kneecap two three four five"
_NO_PLACE = r"(?! (?:where|it|them|your|(?:the|one|a) (?:place|spot|ceiling|floor|sky|side|front|left|right))\b)"
_VERBS = "is|are|was|were|will|can|cannot|could|may|should|must|has|have|does|do|needs?|helps?|works?|means?|rules?"
_UNTIL = "until|before|after|once|if|unless|when|while|that|which|who|as"
_ENGLISH = (
    Calque(
        rf"{_ILLS} (?:(?:that|which|is|are|keeps?|may|can|will|has|have|still|slowly) )*(?:grows?|growing|grew|grown)"
        r"(?! (?:less|smaller|weaker|milder|fainter|easier|better|shorter)\b)"
        rf"|growing (?:(?:shooting|severe|calf|leg|knee|back|night) )?{_ILLS}",
        '"gets worse" or "gets bigger"',
    ),
    Calque(
        rf"go back(?:{_CLAUSE}|(?= (?:if|for|when|unless|again|today|within|sooner|the same day)\b))",
        '"go back to the doctor"',
    ),
    Calque(
        r"(?:^|(?<=[.!?] ))no (?!one\b|need\b|matter\b|longer\b|doubt\b|more than\b)(?![^.!?]*(?:[:?]|, no ))"
        rf"(?!(?:(?!\b(?:{_UNTIL})\b)[^.!?])*\b(?:{_VERBS})\b)[\w-]+",
        '"Do not ..."',
        part="advice",
    ),
    Calque(
        rf"from (?:[1-9]\d on(?:wards)?(?! a scale)|(?:1[5-8]|[4-9]\d)(?:{_END}|(?= (?:you|an?|the|it|this)\b)))",
        '"aged ... or over"',
    ),
    Calque(
        _after_none_of(
            f"{_PEOPLE} and or weight",
            rf"under \d\d?(?:{_END}|(?= (?:is|are|after|with|should|needs?|must|can|may)\b))",
        ),
        '"younger than ..." or "aged under ..."',
    ),
    Calque(
        _after_none_of(_PEOPLE, rf"after [4-9]\d(?:{_END}|(?= (?:is|are|should|needs?|must|can|may)\b))"),
        '"aged ... or over", or the unit of the number',
    ),
    Calque(
        r"belongs? to (?:an?|this|that|one|your|the|certain) (?:(?:certain|young|younger|old|older) )?ages?",
        '"is more likely at that age"',
    ),
    Calque(
        _after_none_of(_POINTERS, rf"points to(?<=\w points to){_NO_PLACE}")
        + "|"
        + _after_none_of(
            f"{_POINTERS} can to and or please this the a one then", rf"point to(?<=\w point to){_NO_PLACE}"
        ),
        '"can be a sign of"',
    ),
    Calque(
        r"(?:these|they|this|that|it|tests?|scans?|X-rays?|signs?|answers?|place|colour) tells? "
        r"(?:what|whether|how|if|which|where|why|apart|it apart|them apart)"
        r"|(?:hours|days|weeks|tests?|scans?|X-rays?) tells?(?=[.;]|$)",
        '"shows" or "helps to find"',
    ),
    Calque(r"(?:in|during|over|within) the last (?:days|weeks|months|years)(?! of\b)", '"in the last few ..."'),
    Calque(r"lately", '"recently"'),
    Calque(
        r"(?:go|call|phone|ring|there|again|hospital|department|centre|doctor|ambulance|help|A&E|it) at once",
        'when: "now", or "today"',
    ),
    Calque(r"(?:looked|look|checked|seen) at once(?! by\b)", '"a doctor should check it; it is not urgent", or "now"'),
    Calque(r"go (?:there )?(?:on )?the same day", '"get medical help today"'),
    Calque(
        r"(?:has|have) to be (?:ruled out|excluded|seen|looked at|told apart)|must be (?:ruled out|excluded)",
        '"needs to be checked for", or who should check it',
    ),
    Calque(
        _after_none_of(
            "no any in into the cause causes without much of to not you",
            r"troubles?(?! (?:you|me|him|her|them|us|the|a|with|in|\w+ing)\b)",
        ),
        '"problems"',
    ),
    Calque(
        r"(?:is|does|was|has) any of (?:these|those|them|the following)",
        '"Do you have any of ..." or "Do any of ... apply"',
    ),
    Calque(
        _after_none_of(
            "a all year way",
            r"round (?:th(?:is|at)|the(?! (?:clock|other|way|corner|world)\b)|an?(?! (?:little|bit)\b)"
            r"|your|his|her|its|both)",
        ),
        '"around"',
    ),
    Calque(
        r"(?:stiff|swollen|sore|painful) for long(?= (?:in|at|after)\b|\s*[.,;:?!]|$)"
        rf"|(?:after|from|by|when|while|or|and) \w+ing for long{_END}|(?:taken|takes) \w+ for long{_END}",
        '"for a long time"',
    ),
    Calque(r"(?:^|(?<=, ))also without", '"even without"'),
    Calque(rf"cancer\b[^.?!]{{0,60}} being cared for{_END}", '"palliative care for cancer"'),
    Calque(
        _after_none_of("are be feel feeling felt get getting got I'm you're bent", "out of shape"),
        '"bent or misshapen"',
    ),
    Calque(
        r"(?:sitting|standing|lying|kneeling|squatting) long(?! (?:enough|hours|periods|spells|before|after)\b)"
        r"|(?:after|from|by|on|during|with|and|or) long (?:sitting|standing|lying|kneeling)",
        '"for a long time", as in "sitting for a long time"',
    ),
    Calque(r"(?:a|the|your|this|with|of) made (?:joint|knee|hip)", '"artificial joint"'),
    Calque(
        r"(?:lift|lifts|lifted|raise|raises)(?: [\w-]+){0,4} as well as(?= (?:on )?the other\b| before\b| usual\b)",
        '"as high as"',
    ),
    Calque(r"grown-?ups?", '"adult"'),
    Calque(r"cool it(?! (?:under|with|in|down)\b)", 'what to do: "put an ice pack on ..."'),
    Calque(r"is it impossible (?:for \w+ )?to", '"Are you unable to ...?"'),
    Calque(r"did it come (?:on )?suddenly that you cannot", '"Did you suddenly lose the ability to ...?"'),
    Calque(
        r"bleeds? more easily than (?:others|other people)",
        '"Do you take a blood thinner or have a bleeding disorder?"',
    ),
    Calque(
        r"has (?:it|this|that|the \w+) changed like this|is the (?:\w+ ){1,2}like this(?=\?)",
        '"Has either of these happened?", or say what is meant',
    ),
    Calque(r"or can you not", '"or are you unable to"'),
    Calque(r"which of these (?:facts )?(?:are|is) true", '"Do any of these apply?"'),
    Calque(
        r"could (?:a|the|your) (?:bone|tendon|muscle|ligament) (?:have been|be) (?:cracked|broken|torn)(?=[^.!]*\?)",
        "what can be seen or felt: nobody can tell that about themselves",
    ),
    Calque(
        r"(?:phone|call|ring) (?:a|the|your) (?:doctor|GP|surgery) now and ask to be seen within",
        '"today" instead of "now", for what is not urgent',
    ),
    Calque(
        r"(?:its|their) favourite (?:place|spot)|the calf grips|in a tight sleeve",
        "it plainly, without a private image",
    ),
)
_SPANISH = (
    Calque(r"entumec\w+", '"dormido, sin sensibilidad"'),
    Calque(r"(?:articulación|articulaciones|rodillas?) artificial(?:es)?", '"prótesis de rodilla"'),
    Calque(r"caderas? artificial(?:es)?", '"prótesis de cadera"'),
    Calque(
        r"(?:vaya|acuda|llame|consulte|pida ayuda)[^.;:!?]{0,30}(?<!más) de una vez(?! (?:por|al|a la|cada)\b)",
        '"ahora mismo" or "enseguida"',
    ),
    Calque(
        r"(?<!\bva )(?<!\bvan )(?<!\bvaya )(?<!\bir )para largo(?=\s*[.,;:?!]|$)",
        '"mucho tiempo"',
    ),
    Calque(r"(?:^|(?<=\?))\s*(?=[^¿?]*\?)[^\s?]+", "an opening question mark (¿) where the question begins"),
    Calque(
        r"aplican? (?:a|para) usted|(?:le|les) aplican?(?=\s*[?.,;]|$| algun[oa]s?\b)"
        r"|(?<!\bse )aplican?(?=\?| algun[oa]s? de\b)",
        '"se cumple" or "¿Tiene alguna de estas ...?"',
    ),
    Calque(
        r"(?:dolor|dolores|debilidad|rigidez|fiebre|hormigueo) (?:(?:que|está|sigue|no deja de) )*"
        r"(?:crecen?|crecer|creciendo|crecientes?)",
        '"va a más"',
    ),
    Calque(r"(?:tras|después de) sentarse (?:mucho|un rato|largo)", '"tras estar sentado mucho rato"'),
    Calque(
        r"(?:pierde|perder|perdió|perdido|pérdida de|pérdida del|falta de)(?: el)? control de "
        r"(?:la orina|las heces|la vejiga|el intestino|los intestinos|el vientre)",
        '"se le escapan la orina o las heces"',
    ),
    Calque(r"sever[oa]s?", '"fuerte" or "grave"'),
    Calque(
        r"sangra (?:más fácilmente|más fácil|con más facilidad) que (?:otros|otras|los demás)",
        '"¿Toma anticoagulantes o tiene un trastorno de la coagulación?"',
    ),
    Calque(r"(?:^|(?<=, ))también sin", '"incluso sin" or "aunque no haya"'),
    Calque(r"(?:^|(?<=[,.;:] ))vuelva(?=\s*(?:[.,;]|$)| (?:si|para que)\b)", '"vuelva al médico"'),
    Calque(r"(?:ha cambiado|cambió) de esta manera", '"¿Ha pasado alguna de estas cosas?"'),
    Calque(r"al (?:999|111)", '"al 112, al 911 o a su número local"'),
)

CALQUES: dict[str, tuple[Calque, ...]] = {"en": _ENGLISH, "es": _SPANISH}
