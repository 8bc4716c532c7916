using GraphQL.Conformance;

// Cases may nest deeper than the stack of a main thread allows.
const int stackBytes = 256 * 1024 * 1024;
var thread = new Thread(() => Conversation.Hold(Console.OpenStandardInput(), Console.OpenStandardOutput()), stackBytes);
thread.Start();
thread.Join();
