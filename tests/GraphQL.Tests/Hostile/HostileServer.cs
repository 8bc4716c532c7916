using System.Net.Sockets;
using System.Text;
using GraphQL.Tests.Server;

namespace GraphQL.Tests.Hostile;

/// <summary>One real server that all hostile requests are sent to, so that each finds it as the others left it.</summary>
public sealed class HostileServer : IAsyncLifetime
{
    private LibraryHost _host = null!;

    /// <summary>How long anything may take. Far above what is needed, so that a busy machine fails no test.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    public Uri Address => _host.HttpAddress;

    public async Task InitializeAsync() => _host = await LibraryHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>Sends a body and reads the whole answer.</summary>
    public async Task<(int Status, string Text)> PostAsync(HttpContent content)
    {
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        request.Headers.Accept.Add(new("application/graphql-response+json"));
        using var response = await _host.Client.SendAsync(request).WaitAsync(Patience);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync().WaitAsync(Patience));
    }

    public Task<(int Status, string Text)> PostAsync(string body) => PostAsync(new StringContent(body, Encoding.UTF8));

    /// <summary>That the server still answers what it is asked.</summary>
    public async Task LivesAsync()
    {
        var (status, text) = await PostAsync("""{"query":"{ hello }"}""");
        (status, text).ShouldBe((200, """{"data":{"hello":"Hello reader"}}"""));
    }

    /// <summary>A connection that speaks HTTP by hand.</summary>
    public async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Address.Host, Address.Port);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
