using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// An operation stays within its limits once every fragment is written out where it is used. A few short fragments that use one another
/// twice can otherwise stand for more fields than there are atoms. Asked first, so that such a document costs the other rules nothing.
/// </summary>
internal sealed class ExpandedSizeRule : ValidationRule
{
    private readonly Dictionary<string, Size> _sizeByFragment = new(StringComparer.Ordinal);

    public override string Code => ValidationErrorCodes.FragmentVisitLimit;

    protected override string Section => "sec-Fragments";

    public override void EnterDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations)
        {
            var size = Measure(operation.SelectionSet);
            if (size.Depth > Context.Options.MaxDepth)
            {
                Context.ReportLimit(
                    $"The operation nests deeper than {Context.Options.MaxDepth} levels. Ask for fewer levels at once.",
                    ValidationErrorCodes.DepthLimit,
                    operation);
            }
            else if (size.Visits > Context.Options.MaxFragmentVisits)
            {
                Context.ReportLimit(
                    $"The operation uses fragments more than {Context.Options.MaxFragmentVisits} times. Use fewer fragments.",
                    ValidationErrorCodes.FragmentVisitLimit,
                    operation);
            }
        }
    }

    private Size Measure(SelectionSetNode selectionSet)
    {
        var depth = 0;
        var visits = 0L;
        foreach (var selection in selectionSet.Selections)
        {
            var size = selection switch
            {
                FieldNode { SelectionSet: { } below } => Measure(below),
                InlineFragmentNode fragment => Measure(fragment.SelectionSet),
                FragmentSpreadNode spread => Measure(spread),
                _ => default,
            };
            depth = Math.Max(depth, size.Depth);

            // Kept below a bound, for the true number may be too large for any integer.
            visits = Math.Min(visits + size.Visits, int.MaxValue);
        }

        return new Size(depth + 1, visits);
    }

    private Size Measure(FragmentSpreadNode spread)
    {
        var name = spread.Name.Value;
        if (_sizeByFragment.TryGetValue(name, out var known))
            return known;
        if (!Context.Fragments.TryGetValue(name, out var fragment) || !Context.HasStack())
            return default;

        // Counted as nothing while it is looked at, which ends a cycle; another rule reports it.
        _sizeByFragment[name] = default;
        var size = Measure(fragment.SelectionSet);
        return _sizeByFragment[name] = size with { Visits = size.Visits + 1 };
    }

    private readonly record struct Size(int Depth, long Visits);
}
