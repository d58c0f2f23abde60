using System.Collections.Immutable;
using System.Text;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>Collects the runs of one paragraph and makes its white space what a reader sees.</summary>
/// <remarks>
/// A stretch of spaces, tabs and line ends is one space, none stands at either end, and a citation takes the space before it away;
/// spaces that do not break (French, numbers) stay as they are. A line end after a hyphen stays a line end, because it tells a word that
/// was broken there from two words. Characters that no page and no feed may carry become U+FFFD.
/// </remarks>
internal sealed class RunBuilder
{
    private readonly List<Run> _runs = [];
    private readonly StringBuilder _text = new();
    private bool _hasSpace;
    private bool _citationTookSpace;
    private bool _isAtStart = true;
    private bool _endsInHyphen;
    private bool _spaceIsLineEnd;
    private char _last;

    /// <summary>Adds words as they come from the source.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v')
            {
                _hasSpace = !_isAtStart;
                _spaceIsLineEnd |= c == '\n' && _endsInHyphen;
            }
            else
            {
                AppendVisible(Readable(c));
            }
        }
    }

    /// <summary>Adds words whose white space counts, such as code in a block.</summary>
    public void AppendVerbatim(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _text.Append(c is '\t' or '\n' ? c : Readable(c));
        }

        _isAtStart = false;
    }

    /// <summary>Adds an element's beginning; a space before it stays outside.</summary>
    public void Open(Run run)
    {
        FlushSpace();
        Add(run);
    }

    /// <summary>Adds an element's end; a space before it moves behind.</summary>
    public void Close() => Add(new Run.Close());

    /// <summary>Adds a citation.</summary>
    public void Cite(ImmutableArray<string> keys)
    {
        _citationTookSpace |= _hasSpace;
        _hasSpace = false;
        Add(new Run.Citation(keys));
    }

    /// <summary>Adds a line break that the author asked for; nothing at the start of a paragraph.</summary>
    public void Break()
    {
        if (!_isAtStart)
        {
            StartAfresh(new Run.Break());
        }
    }

    /// <summary>Begins a table cell, after a gap unless it is the first.</summary>
    public void OpenCell(bool isFirst, bool isHeader, string? alignment)
    {
        if (!isFirst)
        {
            StartAfresh(new Run.CellGap());
        }

        Add(new Run.OpenCell(isHeader, alignment));
        _isAtStart = true;
    }

    /// <summary>Ends a table cell.</summary>
    public void CloseCell(bool isHeader)
    {
        _hasSpace = false;
        Add(new Run.CloseCell(isHeader));
    }

    /// <summary>The runs; nothing can be added after.</summary>
    public ImmutableArray<Run> Finish()
    {
        FlushText();
        for (var i = _runs.Count - 1; i >= 0; i--)
        {
            if (_runs[i] is Run.Break)
            {
                _runs.RemoveAt(i);
            }
            else if (_runs[i] is Run.Text text)
            {
                var trimmed = text.Value.TrimEnd(' ', '\n', '\t');
                if (trimmed.Length > 0)
                {
                    _runs[i] = new Run.Text(trimmed);
                    break;
                }

                _runs.RemoveAt(i);
            }
            else if (_runs[i] is Run.CellGap)
            {
                break;
            }
        }

        return [.. _runs];
    }

    private void StartAfresh(Run run)
    {
        Add(run);
        _hasSpace = false;
        _spaceIsLineEnd = false;
        _citationTookSpace = false;
        _isAtStart = true;
        _last = '\0';
    }

    private void AppendVisible(char c)
    {
        if (_hasSpace || (_citationTookSpace && !IsClosing(c)))
        {
            _text.Append(_spaceIsLineEnd && char.IsLower(c) ? '\n' : ' ');
            _last = ' ';
        }

        _hasSpace = false;
        _spaceIsLineEnd = false;
        _citationTookSpace = false;
        _isAtStart = false;
        _endsInHyphen = c is '-' or '\u2010' or '¬' && char.IsLetter(_last);
        _last = c;
        _text.Append(c);
    }

    private void FlushSpace()
    {
        if (_hasSpace)
        {
            _text.Append(' ');
            _hasSpace = false;
            _spaceIsLineEnd = false;
            _citationTookSpace = false;
        }
    }

    private void Add(Run run)
    {
        FlushText();
        _runs.Add(run);
    }

    private void FlushText()
    {
        if (_text.Length > 0)
        {
            _runs.Add(new Run.Text(_text.ToString()));
            _text.Clear();
        }
    }

    private static bool IsClosing(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '”' or '“' or '»' or '’' or '،';

    /// <summary>Control characters and non-characters may stand neither in HTML nor in XML.</summary>
    private static char Readable(char c) => c < ' ' || c is '\u007F' or '\uFFFE' or '\uFFFF' ? '\uFFFD' : c;
}
