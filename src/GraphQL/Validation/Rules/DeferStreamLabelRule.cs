using System.Collections.Immutable;
using GraphQL.Execution.Incremental;
using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A label of <c>@defer</c> or <c>@stream</c> is written out, and no other in the document is the same.</summary>
internal sealed class DeferStreamLabelRule : ValidationRule
{
    private readonly Dictionary<string, DirectiveNode> _labels = new(StringComparer.Ordinal);

    public override string Code => "DEFER_STREAM_DIRECTIVE_LABEL";

    protected override string Edition => "draft";

    protected override string Section => "sec-Defer-And-Stream-Directive-Labels-Are-Unique";

    public override void EnterDirectives(ImmutableArray<DirectiveNode> directives, DirectiveLocation location)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value is not (IncrementalDirectives.Defer or IncrementalDirectives.Stream)
                || IncrementalDirectives.Argument(directive, "label") is not { } label
                || label is NullValueNode)
            {
                continue;
            }
            if (label is not StringValueNode text)
                Report($"Argument \"@{directive.Name.Value}(label:)\" must be a static string.", directive);
            else if (!_labels.TryAdd(text.Value, directive))
                Report($"There can be only one @defer or @stream with the label \"{text.Value}\".", _labels[text.Value], directive);
        }
    }
}
