using System;
using System.IO;

namespace LearnSharp.GradBench.Protocol;

/// <summary>The lines of a stream, as the bytes that they are: an input of megabytes is held once, and not as text beside it.</summary>
/// <param name="input">UTF-8.</param>
internal sealed class MessageLines(Stream input)
{
    private byte[] _bytes = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>The next line, valid until the one after it is asked for; null at the end.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        var searched = _start;
        while (true)
        {
            var length = Array.IndexOf(_bytes, (byte)'\n', searched, _end - searched) - _start;
            if (length >= 0)
                return Taken(length, length + 1);
            searched = _end;
            if (_end == _bytes.Length)
                searched -= MakeRoom();
            var read = input.Read(_bytes, _end, _bytes.Length - _end);
            if (read == 0 && _end == _start)
                return null;
            if (read == 0)
                return Taken(_end - _start, _end - _start);
            _end += read;
        }
    }

    private ReadOnlyMemory<byte> Taken(int length, int used)
    {
        var line = _bytes.AsMemory(_start, length);
        _start += used;
        return line;
    }

    // What has been handed out is over; a line that fills it all needs more. Returns how far the rest has moved.
    private int MakeRoom()
    {
        var moved = _start;
        var bytes = moved > 0 ? _bytes : new byte[_bytes.Length * 2];
        Array.Copy(_bytes, _start, bytes, 0, _end - _start);
        (_bytes, _start, _end) = (bytes, 0, _end - moved);
        return moved;
    }
}
