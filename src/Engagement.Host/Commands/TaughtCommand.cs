using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Engagement.Host.Commands;

/// <summary>A command whose help ends with examples of its use.</summary>
internal sealed class TaughtCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Makes the help of a whole command line show the examples.</summary>
    public static void TeachBy(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!);
    }

    private sealed class HelpWithExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        // A request for help is no misuse, whatever else is missing on the line.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var result = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is TaughtCommand { Examples: { Length: > 0 } examples })
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine(examples.Length == 1 ? "Example:" : "Examples:");
                foreach (var example in examples)
                    output.WriteLine($"  engagement {example}");
                output.WriteLine();
            }

            return result;
        }
    }

    private string[] Examples => examples;
}
