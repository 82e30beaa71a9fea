/**
 * Reads server-sent events from the body of an answer. The browser's own EventSource cannot sign its requests, nor send
 * any but GET.
 *
 * @param {Response} response
 * @returns {AsyncGenerator<{type: string, id: string, data: any}>} each event; its data parsed as JSON
 */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      // A carriage return at the end of a piece may be the first half of a line break.
      const blocks = (rest + value).replace(/\r\n|\r(?!$)/g, '\n').split('\n\n');
      rest = blocks.pop();
      for (const block of blocks) {
        const event = parse(block);
        if (event) yield event;
      }
    }
  } finally {
    reader.cancel().catch(() => undefined); // The server has ended it, or nobody listens any more.
  }
}

/** @param {string} block the lines of one event; null for comments, which only keep the connection open */
function parse(block) {
  const event = { type: 'message', id: '', data: [] };
  for (const line of block.split('\n')) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === 'data') event.data.push(value);
    else if (field === 'event') event.type = value;
    else if (field === 'id') event.id = value;
  }
  return event.data.length ? { ...event, data: JSON.parse(event.data.join('\n')) } : null;
}
