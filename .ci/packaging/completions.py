"""Write the completions of bash and zsh from the parsers of the command line.

python .ci/packaging/completions.py FOLDER      writes FOLDER/kneetree (bash) and FOLDER/_kneetree (zsh)
"""

from __future__ import annotations

import sys
from pathlib import Path

import options

_BASH = """\
# Completion of bash for kneetree; made from its command line.
_kneetree() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} words=
    COMPREPLY=()
    case $before in
{values}
    esac
    case $COMP_CWORD:${{COMP_WORDS[1]}} in
        1:*) words='{first}' ;;
{commands}
        *) words='{window}' ;;
    esac
    # Where nothing here begins like the word, it is the name of a file.
    case $COMP_CWORD:$word in
        1:*|*:-*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    esac
}}
complete -o default -o bashdefault -F _kneetree kneetree kneetree-app
"""
_ZSH = """\
#compdef kneetree kneetree-app
# Completion of zsh for kneetree; made from its command line.
_kneetree() {{
    local -a commands=(
{commands}
    )
    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
        _alternative 'commands:command:{{ _describe command commands }}' 'files:tree:_files -g "*.json"'
        return
    fi
    case $words[2] in
{cases}
        *) _arguments{window} ;;
    esac
}}
_kneetree "$@"
"""


def bash() -> str:
    """Return the completion of bash."""
    window, *commands = options.commands()
    every = [option for command in (window, *commands) for option in command.options]
    values = {
        "|".join(option.names): (
            f"COMPREPLY=($(compgen -W '{' '.join(option.choices)}' -- \"$word\")); " if option.choices else ""
        )
        for option in every
        if option.value
    }
    return _BASH.format(
        values="\n".join(f"        {names}) {does}return ;;" for names, does in values.items()),
        first=" ".join((*(command.name for command in commands), _names(window))),
        commands="\n".join(f"        *:{command.name}) words='{_names(command)}' ;;" for command in commands),
        window=_names(window),
    )


def zsh() -> str:
    """Return the completion of zsh."""
    window, *commands = options.commands()
    return _ZSH.format(
        commands="\n".join("        " + _quoted(f"{command.name}:{command.told.rstrip('.')}") for command in commands),
        cases="\n".join(
            f"        {command.name}) shift words; (( CURRENT-- )); _arguments{_specs(command)} ;;"
            for command in commands
        ),
        window=_specs(window),
    )


def _names(command: options.Command) -> str:
    return " ".join(name for option in command.options for name in option.names)


def _specs(command: options.Command) -> str:
    """Return what ``_arguments`` of zsh wants to know: each option, its help and what follows it; then the places."""
    specs = []
    for option in command.options:
        told = option.help.replace("[", "(").replace("]", ")").replace(":", r"\:")
        others = f"({' '.join(option.names)})"
        specs += [_quoted(f"{others}{name}[{told}]{_value(option)}") for name in option.names]
    specs += [_quoted(f":{'' if option.needed else ':'}{option.value}:{_files(option)}") for option in command.places]
    return "".join(f" \\\n            {spec}" for spec in specs)


def _value(option: options.Option) -> str:
    if option.choices:
        return f":value:({' '.join(option.choices)})"
    return f":{option.value}:{_files(option)}" if option.value else ""


def _files(option: options.Option) -> str:
    return "_files" if option.takes_file else " "


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kneetree").write_text(bash(), encoding="utf-8")
    (folder / "_kneetree").write_text(zsh(), encoding="utf-8")
