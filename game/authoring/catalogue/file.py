"""What can be wrong with a file before a word of it is read."""

from typing import Final

from game.authoring.catalogue.entry import Entry

ENTRIES: Final = (
    Entry(
        "file-missing", "error", "The file is not there",
        "There is no file of this name.",
        "Check the spelling and the folder.",
        "Nothing can be played from a file that is not there.",
    ),
    Entry(
        "file-folder", "error", "A folder in place of a file",
        "This is a folder, not a file.",
        "Name a file inside it, one that ends in .yaml.",
        "A customer is one file.",
    ),
    Entry(
        "file-special", "error", "Not an ordinary file",
        "This is not an ordinary file, so it was not opened.",
        "Name an ordinary text file that ends in .yaml.",
        "Reading from a device or a pipe might never end.",
    ),
    Entry(
        "file-unreadable", "error", "The file cannot be opened",
        "This file cannot be opened: {reason}.",
        "Check that you may read it (its permissions), and that it is not a link that leads nowhere.",
        "Nothing can be played from a file that stays shut.",
    ),
    Entry(
        "file-too-big", "error", "The file is too big",
        "This file is too big: a scenario holds at most {most}.",
        "Check that it is the right file. A long scenario is 30 kB; split one that tells several stories.",
        "A file this big is hardly ever a scenario, and reading it would hold everybody up.",
    ),
    Entry(
        "file-empty", "error", "The file is empty",
        "There is nothing in this file.",
        "Start with `title:`, `brief:`, `customer:` and `story:`.",
        "A file saved by mistake, or a copy that failed, looks like this.",
        "# nothing but a remark\n",
        "title: The movers came two hours late\n",
    ),
    Entry(
        "file-encoding", "error", "Letters saved in another encoding",
        "The letters here are saved in a way that cannot be read ({kind}).",
        "Save the file again with the encoding UTF-8 (in your editor: Save as, then UTF-8).",
        "Accents and quotation marks would come out wrong.",
    ),
    Entry(
        "file-not-text", "error", "Not a text file",
        "This is not a text file: there are bytes in it that no text has.",
        "Open the scenario in a plain text editor and save it as UTF-8 text, not as a document.",
        "A document of a word processor, or a damaged file, looks like this.",
        "title: late\0movers\n",
        "title: late movers\n",
    ),
    Entry(
        "two-documents", "error", "Two scenarios in one file",
        "A line of --- starts a second scenario in this file.",
        "Take the line out, or move what follows into a file of its own.",
        "What follows would be ignored without a word.",
        "title: The first\n---\ntitle: The second\n",
        "title: The first\n",
    ),
    Entry(
        "characters-left-out", "warning", "Characters that cannot be seen",
        "There are characters here that cannot be seen or that steer the terminal; they were left out.",
        "Type the line again if it does not read as you meant it.",
        "Pasted text carries them along. On screen they could hide words, turn them round, or worse.",
        'title: "Late \\e[31mmovers"\n',
        "title: Late movers\n",
    ),
)  # fmt: skip
"""Problems of the file itself. Those without an example are shown in the tests with real files."""
