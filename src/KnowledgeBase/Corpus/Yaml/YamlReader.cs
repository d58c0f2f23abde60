using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeBase.Corpus.Yaml;

/// <summary>Reads the small part of YAML that the corpus uses: maps, lists and text.</summary>
/// <remarks>
/// SECURITY: works on the parser's events and bounds its own depth, so neither nesting nor aliases can cost more than the text
/// itself; anchors, aliases and tags are refused, and nothing in the text can name a type of the program.
/// </remarks>
internal sealed class YamlReader
{
    /// <summary>The deepest file of the corpus has 4 levels.</summary>
    private const int Deepest = 10;

    private readonly Parser _parser;
    private readonly ProblemList _problems;
    private readonly int _lineOffset;

    private YamlReader(Parser parser, ProblemList problems, int lineOffset) =>
        (_parser, _problems, _lineOffset) = (parser, problems, lineOffset);

    /// <summary>Reads one YAML document. Never throws on what the text holds.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="lineOffset">How many lines of the file stand before it.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The value; null when the text is empty or cannot be read, and then there is a problem unless it is empty.</returns>
    public static YamlValue? Read(string text, int lineOffset, ProblemList problems)
    {
        var reader = new YamlReader(new Parser(new StringReader(text)), problems, lineOffset);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException e)
        {
            var reason = e.InnerException is YamlException inner ? inner.Message : e.Message;
            problems.Add(
                "yaml.syntax", reader.LineOf(e.Start), null,
                $"This is not valid YAML: {reason.TrimEnd('.')}. A value with a colon, #, quotes or brackets stands in quotation marks.");
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // SECURITY: on broken text the parser throws whatever comes (InvalidOperationException for a key cut off inside {,
            // ArgumentException for a tag that is no address); one file must never end a run.
            problems.Add("yaml.syntax", lineOffset + 1, null, "This is not valid YAML: a list or map in brackets is broken or not closed.");
            return null;
        }
    }

    private YamlValue? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var value = ReadValue(1);
        if (value is null)
        {
            return null;
        }

        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
        {
            _problems.Add("yaml.several_documents", LineOf(_parser.Current!.Start), null, "Only one YAML document may stand here; remove the line --- or ... inside it.");
            return null;
        }

        return value;
    }

    private YamlValue? ReadValue(int depth)
    {
        if (!Allows(_parser.Current ?? throw new SyntaxErrorException("The text ends too early"), depth))
        {
            return null;
        }

        var line = LineOf(_parser.Current.Start);
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlValue.Scalar(line, scalar.Value);
        }

        return _parser.TryConsume<SequenceStart>(out _) ? ReadList(line, depth) : ReadMap(line, depth);
    }

    private YamlValue.List? ReadList(int line, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadValue(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlValue.List(line, items.ToImmutable());
    }

    private YamlValue.Map? ReadMap(int line, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadValue(depth + 1);
            if (key is not YamlValue.Scalar { Text: var name })
            {
                if (key is not null)
                {
                    _problems.Add("yaml.key", key.Line, null, "The name of a field is a plain word, not a list or a map.");
                }

                return null;
            }

            if (!names.Add(name))
            {
                _problems.Add("yaml.repeated_field", key.Line, name, "This field stands twice; keep one of them.");
            }

            if (ReadValue(depth + 1) is not { } value)
            {
                return null;
            }

            entries.Add(new YamlEntry(name, key.Line, value));
        }

        return new YamlValue.Map(line, entries.ToImmutable());
    }

    private bool Allows(ParsingEvent at, int depth)
    {
        var line = LineOf(at.Start);
        if (depth > Deepest)
        {
            _problems.Add("yaml.depth", line, null, $"Lists and maps are nested deeper than {Deepest} levels; the contract needs 4.");
            return false;
        }

        if (at is AnchorAlias || at is NodeEvent { Anchor.IsEmpty: false })
        {
            _problems.Add("yaml.anchor", line, null, "Anchors (&) and aliases (*) are not accepted; write the value out, or in quotation marks if it begins with & or *.");
            return false;
        }

        if (at is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            _problems.Add("yaml.tag", line, null, "Tags (!) are not accepted; write the value in quotation marks if it begins with !.");
            return false;
        }

        return true;
    }

    private int LineOf(Mark mark) => (int)Math.Min(mark.Line, int.MaxValue - _lineOffset) + _lineOffset;
}
